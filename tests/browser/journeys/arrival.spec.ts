// Arrival and departure: a dead link that asks again, the steps before access, and the proof of a revocation.
import type { Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { inEveryColour } from "../support/barriers.ts";
import { Backend } from "../support/backend.ts";
import { expect, menu, sample, signIn, test } from "../support/test.ts";

const PASSWORD = "correct horse battery staple";
const DAY = 86_400_000;

/** Chooses which steps come before access, as the owner would on the page. */
async function choose(owner: Api, draft: unknown): Promise<any> {
  const seen = await owner.call("GET", "/staff/onboarding");
  const saved = await owner.call("PUT", "/staff/onboarding", draft, { "If-Match": seen.headers.get("etag")! });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  return saved.body;
}

test("a dead link asks the owner for a new one, who sends it with one click or dismisses it", async ({ page, browser, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id, path } = await owner.invite("asks@example.test", ["orders.view"], "Asti Asks");
  expect((await owner.call("POST", `/staff/${id}/invitation`)).status).toBe(201);
  await signIn(page, sample("owner"), `/staff/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Asti Asks");

  const theirs = await browser.newContext({ baseURL: store.url });
  const guest = await theirs.newPage();
  await guest.goto(path);
  await guest.getByRole("button", { name: "Ask for a new invitation" }).click();
  await expect(guest.getByRole("heading", { name: "Your request is on its way" })).toBeVisible();
  await inEveryColour(guest, "a request for a new invitation");

  // The owner's open page follows, and so does the list.
  const request = page.getByRole("region", { name: "Asti Asks asks for a new invitation" });
  await expect(request).toBeVisible();
  await inEveryColour(page, "what waits for the owner");
  await request.getByRole("button", { name: "Send the invitation again" }).click();
  const link = await page.getByRole("dialog").getByLabel("Invitation link").inputValue();
  await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
  await expect(request).toHaveCount(0);
  await guest.goto(new URL(link).pathname);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Join Kunci & Nyckel");

  // Asked once more with the first link, and left without an answer.
  await guest.goto(path);
  await guest.getByRole("button", { name: "Ask for a new invitation" }).click();
  await expect(guest.getByRole("heading", { name: "Your request is on its way" })).toBeVisible();
  await page.goto("/staff?tab=invited");
  await expect(page.getByRole("row", { name: /Asti Asks/ })).toContainText("Asks for a new invitation");
  await page.goto(`/staff/${id}`);
  await request.getByRole("button", { name: "Dismiss request" }).click();
  await expect(page.getByText("The request of Asti Asks is dismissed.")).toBeVisible();
  await expect(request).toHaveCount(0);
  await theirs.close();
});

test("a life: invited with dates, joined, onboarded, changed, expired, suspended, back, and off-boarded with two browsers open", async ({ page, browser }) => {
  test.slow();
  // A store of its own: what comes before access is the same for everybody in a store.
  let store = await Backend.start();
  await signIn(page, sample("owner"), `${store.url}/staff`);
  await page.getByRole("link", { name: "Onboarding" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Onboarding");
  await page.getByRole("checkbox", { name: "Read and accept the security basics" }).check();
  await page.getByRole("checkbox", { name: "Take the guided tour" }).check();
  await page.getByLabel("English", { exact: true }).fill("Lock the screen.\n\nTell nobody your password.");
  await inEveryColour(page, "which steps come before access");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByText("This is version 2.")).toBeVisible();

  // Invited for three days.
  let owner = await Api.signIn(store, sample("owner"));
  const invited = await owner.call("POST", "/staff", {
    email: "nova@example.test",
    name: "Nova Ek",
    permissions: ["categories.manage", "orders.view"],
    ends: new Date(Date.now() + 3 * DAY).toISOString(),
  });
  const id = invited.body.account.id;

  // Joins on a phone, and takes one step after another with the keyboard.
  const theirs = await browser.newContext({ baseURL: store.url, viewport: { width: 360, height: 740 } });
  const them = await theirs.newPage();
  await them.goto(new URL(invited.body.invitation.link).pathname);
  await them.getByLabel("Choose a password", { exact: true }).fill(PASSWORD);
  await them.keyboard.press("Enter");
  await expect(them.getByRole("heading", { level: 1 })).toHaveText("A few steps first");
  await expect(them.getByText("1 of 3 done")).toBeVisible();
  await expect(them.getByText("Tell nobody your password.")).toBeVisible();
  await inEveryColour(them, "the security basics");
  await them.getByRole("button", { name: "Accept and go on" }).focus();
  await them.keyboard.press("Enter");
  await expect(them.getByRole("alert")).toContainText("Read the text, then tick the box.");
  await them.getByRole("checkbox", { name: "I have read this and will keep to it" }).focus();
  await them.keyboard.press("Space");
  await them.getByRole("button", { name: "Accept and go on" }).focus();

  // Nothing else opens meanwhile, and the owner sees who is stuck where.
  await page.goto(`${store.url}/staff/${id}`);
  const stuck = page.getByRole("region", { name: "Nova Ek is getting started" });
  await expect(stuck).toContainText("Security basics");
  await stuck.getByRole("button", { name: "Send a reminder" }).click();
  await expect(page.getByText("A reminder is on its way to Nova Ek.")).toBeVisible();
  await expect(stuck).toContainText("The last reminder was sent");
  await expect(stuck.getByRole("button", { name: "Send a reminder" })).toHaveCount(0);

  await them.keyboard.press("Enter");
  const tour = them.getByRole("heading", { level: 2, name: "Sales", exact: true });
  await expect(tour).toBeVisible();
  await expect(them.getByText("2 of 3 done")).toBeVisible();
  await expect(them.getByRole("main").getByText("Customers", { exact: true })).toHaveCount(0);
  await inEveryColour(them, "the guided tour");
  await them.getByRole("button", { name: "Next" }).click();
  await expect(them.getByRole("heading", { level: 2, name: "Catalog", exact: true })).toBeFocused();
  await them.goto("/sales/orders");
  await expect(them.getByRole("heading", { level: 1 })).toHaveText("A few steps first");
  await them.getByRole("link", { name: "Take the steps" }).click();
  await them.getByRole("button", { name: "Next" }).click();
  await them.getByRole("button", { name: "Finish" }).click();
  await expect(them.getByRole("heading", { level: 1 })).toHaveText("Overview");
  await them.getByRole("button", { name: "Menu", exact: true }).click();
  await expect.poll(() => menu(them)).toEqual(["Overview", "Orders", "Categories"]);
  await them.keyboard.press("Escape");
  await expect(page.getByRole("main").getByText("Active", { exact: true })).toBeVisible();

  // Works, and is asked for the text again while typing: what is typed stays.
  const bells = await owner.call("POST", "/resources/categories", { name: "Bells", position: 600 });
  expect(bells.status).toBe(201);
  await them.goto(`/catalog/categories/${bells.body.id}`);
  await them.getByRole("textbox", { name: "Name", exact: true }).fill("Brass bells");
  const basics = { en: "Lock the screen, always." };
  const saved = await choose(owner, { steps: ["security-basics", "guided-tour"], basics, askEverybody: true });
  expect(saved.askedAgain).toBeGreaterThan(1);
  await expect(them.getByText("You may no longer open this page.")).toBeVisible();
  await expect(them.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Brass bells");
  const opened = theirs.waitForEvent("page");
  await them.getByRole("alert").getByRole("link", { name: "Take the steps" }).click();
  const again = await opened;
  await expect(again.getByText("Lock the screen, always.")).toBeVisible();
  await again.getByRole("checkbox", { name: "I have read this and will keep to it" }).check();
  await again.getByRole("button", { name: "Accept and go on" }).click();
  await expect(again.getByRole("heading", { level: 1 })).toHaveText("Overview");
  await expect(them.getByText("You may no longer open this page.")).toHaveCount(0);
  await them.getByRole("button", { name: "Save" }).click();
  await expect(them.getByText("Saved.", { exact: true })).toBeVisible();

  // Is changed while working.
  await owner.patch(id, { permissions: ["categories.manage"] });
  await again.getByRole("button", { name: "Menu", exact: true }).click();
  await expect.poll(() => menu(again)).toEqual(["Overview", "Categories"]);
  await again.keyboard.press("Escape");

  // Expires: four days later nothing opens, until the owner gives more time.
  await store.stop();
  store = await Backend.start({ after: store, clockAheadHours: 4 * 24 });
  owner = await Api.signIn(store, sample("owner"));
  await again.goto("/");
  await expect(again.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  const expired = await Api.signedOut(store).call("POST", "/session", { email: "nova@example.test", password: PASSWORD });
  expect([expired.status, expired.body.code]).toEqual([403, "ended"]);
  expect((await owner.patch(id, { ends: null })).status).toBe(200);

  // Is suspended, and comes back.
  expect((await owner.call("PUT", `/staff/${id}/suspension`)).status).toBe(200);
  const paused = await Api.signedOut(store).call("POST", "/session", { email: "nova@example.test", password: PASSWORD });
  expect([paused.status, paused.body.code]).toEqual([403, "suspended"]);
  expect((await owner.call("DELETE", `/staff/${id}/suspension`)).body.status).toBe("active");

  // Is off-boarded with two browsers open: both are out, and the proof stays.
  await signIn(again, "nova@example.test", "/", PASSWORD);
  const elsewhere = await browser.newContext({ baseURL: store.url });
  const other = await elsewhere.newPage();
  await signIn(other, "nova@example.test", "/", PASSWORD);
  const ownersPage = await (await browser.newContext({ baseURL: store.url })).newPage();
  await signIn(ownersPage, sample("owner"), `/staff/${id}`);
  await ownersPage.getByRole("button", { name: "Revoke access" }).click();
  const dialog = ownersPage.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("The season is over");
  await dialog.getByRole("button", { name: "Revoke access" }).click();
  for (const open of [again, other]) {
    await expect(open.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  }
  for (const look of ["at once", "later"]) {
    const proof = ownersPage.getByRole("region", { name: "What ended" });
    await expect(proof, look).toContainText("Sessions ended2");
    await expect(proof, look).toContainText("The season is over");
    await expect(proof, look).toContainText(/It took[\d,]+ ms/);
    const changes = ownersPage.getByRole("region", { name: "What Nova Ek changed last" });
    await expect(changes.getByRole("link", { name: /^Brass bells/ })).toHaveAttribute("href", /^\/catalog\/categories\/./);
    if (look === "later") await inEveryColour(ownersPage, "a former person");
    await ownersPage.reload();
  }
  await ownersPage.context().close();
  await elsewhere.close();
  await theirs.close();
  await store.remove();
});
