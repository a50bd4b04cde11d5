// What people with bad intentions try in a browser: markup in whatever others are shown, frames, addresses that lead away.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Api } from "../support/api.ts";
import { Backend } from "../support/backend.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

const PASSWORD = "correct horse battery staple";
/** Runs in every way that text can run, where it is taken for markup; and an element to be found by. */
const MARKUP = `"'><img src=x onerror="window.ran=1"><svg onload="window.ran=1"><b data-ran>Bold</b>{{7*7}}`;

/** Writes it into every text of every resource that takes it; where each of them is shown. */
async function everywhere(owner: Api): Promise<string[]> {
  const paths: string[] = [];
  let written = 0;
  for (const resource of (await owner.call("GET", "/resources")).body.items) {
    const list = await owner.call("GET", `/resources/${resource.id}?limit=1`);
    const id = resource.shape === "one" ? resource.id : list.body?.items?.[0]?.id;
    if (!id) continue;
    paths.push(resource.path);
    if (resource.shape !== "one") paths.push(`${resource.path}/${id}`);
    for (const field of resource.fields) {
      if (!["text", "longText"].includes(field.kind)) continue;
      const seen = await owner.call("GET", `/resources/${resource.id}/${id}`);
      const answer = await owner.call("PATCH", `/resources/${resource.id}/${id}`, { [field.name]: MARKUP }, { "If-Match": seen.headers.get("etag")! });
      if (answer.status === 200) written += 1;
    }
  }
  expect(written).toBeGreaterThan(15);
  return paths;
}

test("whatever somebody has typed, nobody else runs it", async ({ page }) => {
  test.slow();
  const store = await Backend.start();
  try {
    const owner = await Api.signIn(store, sample("owner"));
    const paths = await everywhere(owner);
    const role = (await owner.call("POST", "/roles", { name: { en: MARKUP }, permissions: ["orders.view"] })).body;
    const invited = await owner.call("POST", "/staff", {
      email: "markup@example.test", name: MARKUP, permissions: ["customers.view"], roles: [role.id], message: MARKUP, reason: MARKUP,
    });
    const token = new URL(invited.body.invitation.link).pathname.split("/").pop();
    const open = await owner.call("POST", "/staff", { email: "open@example.test", name: MARKUP, permissions: [], roles: [role.id] });
    // Who joins says what the browser is, and has a name.
    const device = { "User-Agent": MARKUP };
    const join = { name: MARKUP, password: PASSWORD };
    expect((await Api.signedOut(store).call("POST", `/invitations/${token}`, join, device)).status).toBe(201);
    const order = (await owner.call("GET", "/resources/orders?payment=paid&limit=1")).body.items[0];
    const refund = { amount: { amount: "0.01", currency: "EUR" }, reason: MARKUP };
    expect((await owner.call("POST", `/resources/orders/${order.id}/commands/refund`, refund)).status).toBe(200);
    const gone = (await owner.call("POST", "/staff", { email: "gone@example.test", name: MARKUP, permissions: [] })).body.account.id;
    expect((await owner.call("PUT", `/staff/${gone}/revocation`, { reason: MARKUP })).status).toBe(200);

    const member = invited.body.account.id;
    await signIn(page, sample("owner"), `${store.url}/`);
    const staff = ["/staff", "/staff?tab=invited", "/staff?tab=former", `/staff/${member}`, `/staff/${gone}`, "/staff/new"];
    const others = ["/staff/roles", `/staff/roles/${role.id}`, "/staff/activity", "/profile", "/", "/reports", "/billing"];
    const joinPath = new URL(open.body.invitation.link).pathname;
    let shown = 0;
    for (const path of [...staff, ...others, ...paths, `/sales/orders/${order.id}`, joinPath]) {
      await page.goto(store.url + path);
      await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => "ran" in window), path).toBe(false);
      await expect(page.locator("[data-ran]"), path).toHaveCount(0);
      const texts = await page.evaluate(() => {
        const fields = [...document.querySelectorAll("input, textarea")].map((field) => (field as HTMLInputElement).value);
        return [document.body.innerText, document.title, ...fields].join("\n");
      });
      if (texts.includes("<b data-ran>")) shown += 1;
      // No link does anything but lead to a page of the store, or to a mailbox.
      for (const address of await page.locator("a[href]").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol))) {
        expect(["http:", "https:", "mailto:", "tel:"], path).toContain(address);
      }
    }
    // Else it was nowhere, and nothing was put to the test.
    expect(shown).toBeGreaterThan(15);
  } finally {
    await store.remove();
  }
});

test("no other page shows the admin within itself", async ({ browser, store }) => {
  const frame = `<!doctype html><title>Elsewhere</title><iframe name="admin" src="${store.url}/staff"></iframe>`;
  const elsewhere = createServer((_, answer) => answer.writeHead(200, { "Content-Type": "text/html" }).end(frame));
  await new Promise<void>((listens) => elsewhere.listen(0, "127.0.0.1", listens));
  const page = await browser.newPage();
  try {
    const refused = page.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    await refused;
    await expect(page.frameLocator("iframe").getByRole("heading")).toHaveCount(0);
  } finally {
    await page.close();
    elsewhere.close();
  }
});

test("signing in stays here, whatever the address says", async ({ page, store }) => {
  const addresses = [
    "/sign-in?next=https://evil.example/&redirect=//evil.example",
    "//evil.example/%2e%2e",
    "/%5cevil.example",
    "/#//evil.example",
  ];
  for (const address of addresses) {
    await page.context().clearCookies();
    await signIn(page, sample("owner"), store.url + address);
    expect(new URL(page.url()).origin, address).toBe(store.url);
    await expect(page.getByRole("heading", { level: 1 }), address).toBeVisible();
    expect(new URL(page.url()).origin, address).toBe(store.url);
  }
});

test("a password can be pasted, is masked, and can be looked at", async ({ page, context, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { path } = await owner.invite("pastes@example.test", [], "Petra Pastes");
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: store.url });
  await page.goto(path);
  const password = page.getByLabel("Choose a password");
  await expect(password).toHaveAttribute("type", "password");
  await expect(password).toHaveAttribute("autocomplete", "new-password");
  const long = `å ${PASSWORD} ${"x".repeat(64)}`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), long);
  await password.press("Control+V");
  await expect(password).toHaveValue(long);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(password).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Hide" }).click();
  await expect(password).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: /Join/ }).click();
  await expect(page.getByRole("banner")).toBeVisible();
});
