// When the backend is down, or the session has ended, in the middle of a form: it is said, and nothing typed is lost.
import { Api } from "../support/api.ts";
import { inEveryColour } from "../support/barriers.ts";
import { Backend } from "../support/backend.ts";
import { expect, openPersonMenu, sample, signIn, test } from "../support/test.ts";

test("a backend that is down: a strip, another try, and the form goes on", async ({ page }) => {
  const store = await Backend.start();
  await signIn(page, sample("owner"), `${store.url}/staff/new`);
  await page.getByRole("textbox", { name: "Email" }).fill("patient@example.test");
  await page.getByRole("checkbox", { name: "Catalog", exact: true }).check();
  await store.stop();

  await page.getByRole("button", { name: "Send invitation" }).click();
  const dialog = page.getByRole("dialog");
  await expect(page.getByRole("dialog")).toBeVisible();
  await inEveryColour(page, "sensitive permissions");
  await dialog.getByRole("button", { name: "Yes, give them" }).click();
  await expect(page.getByText(/Can't reach the store/).first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue("patient@example.test");
  await expect(page.getByRole("checkbox", { name: "Catalog", exact: true })).toBeChecked();
  await inEveryColour(page, "a form while the store is away");

  // It is pressed here, and not found out by itself a moment earlier that the store is back.
  await page.route("**/api/**", (route) => route.abort());
  await store.run();
  const retry = page.getByRole("button", { name: "Retry now" });
  await expect(retry).toBeVisible();
  await page.unroute("**/api/**");
  await retry.click();
  await expect(page.getByText(/Can't reach the store/)).toHaveCount(0);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Yes, give them" }).click();
  await expect(page.getByRole("heading", { name: "Invitation sent" })).toBeVisible();
  await store.remove();
});

test("a page that is opened while the backend is down opens by itself when it is back", async ({ page }) => {
  const store = await Backend.start();
  await signIn(page, sample("owner"), `${store.url}/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
  await store.stop();
  await page.getByRole("navigation", { name: "Store menu" }).getByRole("link", { name: "Staff accounts" }).click();
  await expect(page.getByText(/Can't reach the store/).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Retry now" }).first()).toBeVisible();
  await inEveryColour(page, "a page while the store is away");
  await store.run();
  // Nobody presses anything: it tries again by itself, each time after a longer pause.
  await expect(page.getByRole("cell", { name: sample("manager") })).toBeVisible({ timeout: 40_000 });
  await store.remove();
});

test("a session that ended in the middle of a form: sign in over it, and nothing is lost", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  await signIn(page, sample("owner"), "/staff/new");
  await page.getByRole("textbox", { name: "Email" }).fill("kept@example.test");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Kept Name");
  await page.getByRole("checkbox", { name: "Website", exact: true }).check();
  // The owner ends all other sessions from another device; the page says so by itself.
  expect((await owner.call("DELETE", "/sessions")).status).toBe(200);
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await expect(dialog).toBeVisible();
  await inEveryColour(page, "signing in again");
  await dialog.getByLabel("Password", { exact: true }).fill("a long enough sample password");
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(dialog).toHaveCount(0);

  await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue("kept@example.test");
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Kept Name");
  await expect(page.getByRole("checkbox", { name: "Website", exact: true })).toBeChecked();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Yes, give them" }).click();
  await expect(page.getByRole("heading", { name: "Invitation sent" })).toBeVisible();
});

test("signing out while the store cannot be reached does not pretend to have worked", async ({ page }) => {
  const store = await Backend.start();
  await signIn(page, sample("manager"), `${store.url}/sales/orders`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Orders");
  await store.stop();
  await openPersonMenu(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText(/Can't reach the store/).first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Orders");

  await store.run();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await page.goto(`${store.url}/sales/orders`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await store.remove();
});

test("signing out leaves nothing behind on a shared computer", async ({ page }) => {
  await signIn(page, sample("manager"), "/sales/orders");
  await openPersonMenu(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await page.goBack();
  await expect(page.getByRole("navigation", { name: "Store menu" })).toHaveCount(0);
  await page.goto("/sales/orders");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});
