// Access that runs out while somebody is working: the page that is open says so, and nobody clicks. The backend's clock goes on by
// hours only, so that it is the access that ends, and not a session that lay idle.
import type { Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { Backend } from "../support/backend.ts";
import { joined, PASSWORD } from "../support/joined.ts";
import { product } from "../support/records.ts";
import { expect, menu, sample, signIn, test } from "../support/test.ts";

const HOUR = 3_600_000;
/** A page notices by itself that its backend is back, after a pause that grows. */
const SOON = { timeout: 30_000 };

/** Signs in, and goes on once the page is told of what happens. */
async function atWork(page: Page, email: string, url: string): Promise<void> {
  const stands = page.context().waitForEvent("response", (response) => response.url().includes("/events"));
  await signIn(page, email, url, PASSWORD);
  await stands;
}

/** The same store some hours later. */
async function later(store: Backend, hours: number): Promise<Backend> {
  await store.stop();
  return Backend.start({ after: store, clockAheadHours: hours });
}

test("access that ends while somebody works: the open page says it, and what was typed stays", async ({ page }) => {
  let store = await Backend.start();
  const email = "until.today@example.test";
  const id = await joined(store, email, "Tilda Tills");
  const owner = await Api.signIn(store, sample("owner"));
  const { id: lamp } = await product(owner, "Lamp of the last day");
  const permissions = ["products.view", "products.manage"];
  const given = await owner.patch(id, { permissions, ends: new Date(Date.now() + 3 * HOUR).toISOString() });
  expect(given.status, JSON.stringify(given.body)).toBe(200);
  await atWork(page, email, `${store.url}/catalog/products/${lamp}`);
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await name.fill("Lamp with words not saved yet");

  store = await later(store, 4);
  const sentence = "Your access to this store has ended. If you still need it, ask the owner.";
  const strip = page.getByRole("alert").filter({ hasText: "What you typed is still here" });
  await expect(strip).toContainText(sentence, SOON);
  await expect(name).toHaveValue("Lamp with words not saved yet");
  // It is the access that has ended, and not the session.
  const over = await page.request.get(`${store.api}/session`);
  expect([over.status(), (await over.json()).code]).toEqual([403, "ended"]);
  await strip.getByRole("button", { name: "Leave without saving" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await expect(page.getByText(sentence)).toBeVisible();
  await store.remove();
});

test("access that ends while a page is only looked at: it closes, and says why", async ({ page }) => {
  let store = await Backend.start();
  const email = "looks.on@example.test";
  const id = await joined(store, email, "Lova Looks");
  const owner = await Api.signIn(store, sample("owner"));
  expect((await owner.patch(id, { ends: new Date(Date.now() + 3 * HOUR).toISOString() })).status).toBe(200);
  await atWork(page, email, `${store.url}/sales/orders`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Orders");
  store = await later(store, 4);
  await expect(page.getByText("Your access to this store has ended. If you still need it, ask the owner.")).toBeVisible(SOON);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await store.remove();
});

test("a single permission that ends while its page is open: its menu goes, and the page says what is missing", async ({ page }) => {
  let store = await Backend.start();
  const email = "reports.until.today@example.test";
  const id = await joined(store, email, "Ritva Rapport");
  const owner = await Api.signIn(store, sample("owner"));
  const ends = new Date(Date.now() + 3 * HOUR).toISOString();
  const given = await owner.patch(id, { permissions: ["orders.view", "reports.view"], periods: { permissions: { "reports.view": { ends } } } });
  expect(given.status, JSON.stringify(given.body)).toBe(200);
  await atWork(page, email, `${store.url}/reports`);
  await expect.poll(() => menu(page)).toEqual(["Overview", "Orders", "Reports"]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reports");

  store = await later(store, 4);
  await expect.poll(() => menu(page), SOON).toEqual(["Overview", "Orders"]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You don't have access to this page");
  await expect(page.getByRole("main")).toContainText(/You need this permission:\s*See reports/);
  await expect(page).toHaveURL(`${store.url}/reports`);
  await page.getByRole("link", { name: "Orders" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Orders");
  await store.remove();
});
