// What others change is followed as it happens, without a click: menus, lists, being signed out; one connection for all
// tabs, again after it broke, and by asking where none can be had.
import type { BrowserContext, Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { product } from "../support/records.ts";
import { expect, menu, sample, signIn, test } from "../support/test.ts";

const PASSWORD = "correct horse battery staple";
/** What is followed within a second, looked at often. */
const AT_ONCE = { timeout: 1_000, intervals: [20] };

/** A person of one's own, who has joined. */
async function joined(owner: Api, store: Parameters<typeof Api.signedOut>[0], email: string, permissions: string[]): Promise<string> {
  const { id, path } = await owner.invite(email, permissions, "Own Person");
  const join = { name: "Own Person", password: PASSWORD };
  expect((await Api.signedOut(store).call("POST", path.replace("/join/", "/invitations/"), join)).status).toBe(201);
  return id;
}

/** Waits until a page of this browser holds the stream. */
function streams(context: BrowserContext): Promise<unknown> {
  return context.waitForEvent("response", (response) => response.url().includes("/events"));
}

async function signInLive(page: Page, email: string, path: string): Promise<void> {
  const stands = streams(page.context());
  await signIn(page, email, path, PASSWORD);
  await stands;
}

test("a change of what somebody may do reaches the open page within a second, and so does the end of it", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const id = await joined(owner, store, "follows@example.test", ["campaigns.view"]);
  await signInLive(page, "follows@example.test", "/marketing/campaigns");
  expect(await menu(page)).toEqual(["Overview", "Campaigns"]);

  expect((await owner.patch(id, { permissions: ["orders.view"] })).status).toBe(200);
  await expect.poll(() => menu(page), AT_ONCE).toEqual(["Overview", "Orders"]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You don't have access to this page");

  expect((await owner.call("PUT", `/staff/${id}/revocation`, {})).status).toBe(200);
  await expect(page.getByText("the owner of the store has taken your access back")).toBeVisible({ timeout: 1_000 });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("whoever is suspended is told so", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const id = await joined(owner, store, "put.aside@example.test", ["campaigns.view"]);
  await signInLive(page, "put.aside@example.test", "/");
  expect((await owner.call("PUT", `/staff/${id}/suspension`, {})).status).toBe(200);
  await expect(page.getByText("Your access is paused.")).toBeVisible({ timeout: 1_000 });
});

test("what is being typed stays to be copied out when the page, and then all access, is taken back", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const own = await product(owner, "Lamp that is being described");
  const id = await joined(owner, store, "types@example.test", ["products.view", "products.manage", "orders.view"]);
  await signInLive(page, "types@example.test", `/catalog/products/${own.id}`);
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await name.fill("Lamp with words not saved yet");

  expect((await owner.patch(id, { permissions: ["orders.view"] })).status).toBe(200);
  await expect.poll(() => menu(page), AT_ONCE).toEqual(["Overview", "Orders"]);
  const strip = page.getByRole("alert").filter({ hasText: "What you typed is still here" });
  await expect(strip).toContainText("You may no longer open this page.");
  await expect(name).toHaveValue("Lamp with words not saved yet");

  expect((await owner.call("PUT", `/staff/${id}/revocation`, {})).status).toBe(200);
  await expect(strip).toContainText("the owner of the store has taken your access back");
  await expect(name).toHaveValue("Lamp with words not saved yet");
  await name.selectText();
  await strip.getByRole("button", { name: "Leave without saving" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("a page that may no longer be opened goes once it is let go", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const own = await product(owner, "Chair that is being described");
  const id = await joined(owner, store, "lets.go@example.test", ["products.view", "products.manage"]);
  await signInLive(page, "lets.go@example.test", `/catalog/products/${own.id}`);
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Chair with words");
  expect((await owner.patch(id, { permissions: [] })).status).toBe(200);
  await page.getByRole("alert").getByRole("button", { name: "Leave without saving" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You don't have access to this page");
  await expect(page.getByText("What you typed is still here")).toHaveCount(0);
});

test("lists show what others do, and leave focus and typing where they are", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const stands = streams(page.context());
  await signIn(page, sample("owner"), "/staff");
  await stands;
  const link = page.getByRole("row", { name: /Budi Santoso/ }).getByRole("link", { name: "Edit permissions" });
  await link.focus();
  await owner.invite("appears@example.test", ["orders.view"], "Aaron Appears");
  await expect(page.getByRole("row", { name: /Aaron Appears/ })).toBeVisible({ timeout: 1_000 });
  await expect(link).toBeFocused();

  await page.goto("/catalog/products?q=Shelf+of+ours");
  await streams(page.context());
  await expect(page.getByRole("link", { name: "Shelf of ours" })).toHaveCount(0);
  const shelf = await product(owner, "Shelf of ours");
  await expect(page.getByRole("link", { name: "Shelf of ours" })).toBeVisible({ timeout: 1_000 });

  const again = streams(page.context());
  await page.goto(`/catalog/products/${shelf.id}`);
  await again;
  const seen = await owner.call("GET", `/resources/products/${shelf.id}`);
  await owner.call("PATCH", `/resources/products/${shelf.id}`, { name: "Shelf renamed" }, { "If-Match": `"${seen.body.version}"` });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Shelf renamed", { timeout: 1_000 });
});

test("what happens is added to what happened as it happens", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const stands = streams(page.context());
  await signIn(page, sample("owner"), "/staff/activity");
  await stands;
  await expect(page.getByRole("listitem").filter({ hasText: "Nils Newly" })).toHaveCount(0);
  await owner.invite("nils.newly@example.test", ["orders.view"], "Nils Newly");
  await expect(page.getByRole("listitem").filter({ hasText: "Nils Newly" }).first()).toBeVisible({ timeout: 1_000 });
});

test("an entry that is open stays open while others are added, and what was refused is said in words", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  await joined(owner, store, "curious@example.test", []);
  const curious = await Api.signIn(store, "curious@example.test", PASSWORD);
  expect((await curious.call("GET", "/staff")).status).toBe(403);
  expect((await curious.call("GET", "/resources/orders")).status).toBe(403);
  const stands = streams(page.context());
  await signIn(page, sample("owner"), "/staff/activity?what=refused");
  await stands;
  const list = page.getByRole("listitem");
  await expect(list.filter({ hasText: "Own Person tried to see “Orders” and was refused" })).toBeVisible();
  const entry = list.filter({ hasText: "Own Person tried to see “Staff accounts” and was refused" });
  await entry.getByText("Details").click();
  await expect(entry.getByText("GET /staff", { exact: true })).toBeVisible();
  expect((await curious.call("POST", "/roles", { name: { en: "Mine" }, permissions: [] })).status).toBe(403);
  await expect(list.filter({ hasText: "Own Person tried to change “Roles” and was refused" })).toBeVisible({ timeout: 1_000 });
  await expect(entry.getByText("GET /staff", { exact: true })).toBeVisible();
  await expect(entry.locator("summary")).toBeFocused();
});

test("the overview follows what happens, and leaves the focus where it is", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const stands = streams(page.context());
  await signIn(page, sample("owner"));
  await stands;
  const fact = page.getByRole("listitem").filter({ hasText: "Products low in stock" }).last();
  const figure = async () => Number((await fact.getByRole("strong").textContent())!.replaceAll(",", ""));
  const before = await figure();
  const link = fact.getByRole("link");
  await link.focus();
  await product(owner, "Nearly gone", { stock: 0 });
  await expect.poll(figure, AT_ONCE).toBe(before + 1);
  await expect(link).toBeFocused();

  const invited = async () => Number((await page.getByText(/invitations? (is|are) open/).textContent())!.replace("One", "1").match(/\d+/)![0]);
  const open = await invited();
  await owner.invite("counted@example.test", ["orders.view"], "Citra Counted");
  await expect.poll(invited, AT_ONCE).toBe(open + 1);
  await expect(link).toBeFocused();
});

test("two tabs share one connection, and the other goes on when the first is closed", async ({ page, context, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const id = await joined(owner, store, "two.tabs@example.test", ["campaigns.view"]);
  const asked: Page[] = [];
  context.on("request", (request) => {
    if (request.url().includes("/events")) asked.push(request.frame().page());
  });
  await signInLive(page, "two.tabs@example.test", "/");
  const other = await context.newPage();
  const arrived = other.waitForResponse((response) => response.url().includes("stream"));
  await other.goto("/");
  await arrived;
  await expect.poll(() => menu(other)).toEqual(["Overview", "Campaigns"]);
  for (const [permissions, shown] of [
    [["orders.view"], ["Overview", "Orders"]],
    [["campaigns.view"], ["Overview", "Campaigns"]],
  ] as const) {
    expect((await owner.patch(id, { permissions })).status).toBe(200);
    await expect.poll(() => menu(page), AT_ONCE).toEqual(shown);
    await expect.poll(() => menu(other), AT_ONCE).toEqual(shown);
  }
  expect(asked).toEqual([page]);

  const taken = streams(context);
  await page.close();
  await taken;
  expect(asked).toEqual([page, other]);
  expect((await owner.patch(id, { permissions: ["orders.view"] })).status).toBe(200);
  await expect.poll(() => menu(other), AT_ONCE).toEqual(["Overview", "Orders"]);
});

test("a connection that breaks goes on after the last event, with what happened meanwhile", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const id = await joined(owner, store, "broken.line@example.test", ["campaigns.view"]);
  const asked: (string | null)[] = [];
  await page.route("**/events*", async (route) => {
    const after = new URL(route.request().url()).searchParams.get("after");
    asked.push(after);
    if (asked.length > 1) return route.continue();
    // The line breaks after the first word, and only then something changes.
    const opened = `event: stream.opened\nid: ${after}\ndata: {}\nretry: 100\n\n`;
    expect((await owner.patch(id, { permissions: ["orders.view"] })).status).toBe(200);
    return route.fulfill({ status: 200, contentType: "text/event-stream", body: opened });
  });
  await signIn(page, "broken.line@example.test", "/", PASSWORD);
  await expect.poll(() => menu(page)).toEqual(["Overview", "Orders"]);
  expect(asked[0]).toBeTruthy();
  expect(asked[1]).toBe(asked[0]);
});

test("behind a proxy that holds the stream back, the session is asked for every few seconds", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const id = await joined(owner, store, "held.back@example.test", ["campaigns.view"]);
  const asked = page.context().waitForEvent("request", (request) => request.url().includes("/events"));
  await page.route("**/events*", () => undefined); // It never arrives.
  await signIn(page, "held.back@example.test", "/", PASSWORD);
  await asked;
  expect((await owner.patch(id, { permissions: ["orders.view"] })).status).toBe(200);
  await expect.poll(() => menu(page), { timeout: 6_000 }).toEqual(["Overview", "Orders"]);
});
