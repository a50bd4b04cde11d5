// A page that has not heard of a change of access hears of it from the first refusal.
import type { Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import type { Backend } from "../support/backend.ts";
import { joined, PASSWORD } from "../support/joined.ts";
import { expect, menu, sample, signIn, test } from "../support/test.ts";

/** Somebody at the products, whose page hears nothing of what the owner does: no stream, and its clock stands still, so that
 * nothing is asked after a while either. Then the products are taken away. */
async function unheard(page: Page, store: Backend, email: string, path: string): Promise<void> {
  const id = await joined(store, email, "Rafi Refused");
  const owner = await Api.signIn(store, sample("owner"));
  expect((await owner.patch(id, { permissions: ["orders.view", "products.view"] })).status).toBe(200);
  await page.clock.install();
  await page.route("**/events*", () => undefined); // It never arrives.
  await signIn(page, email, path, PASSWORD);
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await expect.poll(() => menu(page)).toEqual(["Overview", "Orders", "Products"]);
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.waitForLoadState("networkidle");
  expect((await owner.patch(id, { permissions: ["orders.view"] })).status).toBe(200);
  expect(await menu(page)).toEqual(["Overview", "Orders", "Products"]);
}

/** The page has followed. */
async function followed(page: Page): Promise<void> {
  await expect.poll(() => menu(page)).toEqual(["Overview", "Orders"]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You don't have access to this page");
  await expect(page.getByRole("main")).toContainText("See products");
}

test("whoever is refused on an open page sees menu and page follow", async ({ page, store }) => {
  await unheard(page, store, "refused@example.test", "/catalog/products");
  const refused = page.waitForResponse((response) => response.url().includes("/resources/products"));
  await page.getByRole("columnheader", { name: "Price" }).getByRole("button").click();
  expect((await refused).status()).toBe(403);
  await followed(page);
});

test("whoever opens what the menu still offers is told that it is no longer theirs, and not that there is nothing", async ({ page, store }) => {
  await unheard(page, store, "offered@example.test", "/sales/orders");
  await page.getByRole("navigation", { name: "Store menu" }).getByRole("link", { name: "Products" }).click();
  await followed(page);
});
