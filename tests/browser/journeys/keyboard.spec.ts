// With the keyboard alone: in, to the staff, a new invitation, a dialog, and out again.
import type { Page } from "@playwright/test";
import { expect, openPersonMenu, sample, signIn, test } from "../support/test.ts";
import { PASSWORD } from "../support/backend.ts";

/** Presses Tab until the focus is on what has this accessible name; fails when it has gone all the way round. */
async function tabTo(page: Page, role: "link" | "button" | "textbox" | "checkbox", name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name, exact: typeof name === "string" }).first();
  for (let n = 0; n < 120; n++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reaches the ${role} ${name}`);
}

test("an owner gets through the day with the keyboard alone", async ({ page }) => {
  await page.goto("/staff");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await tabTo(page, "textbox", "Email");
  await page.keyboard.type(sample("owner"));
  // A password field has no role of its own; it is the next stop.
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Staff accounts");

  // The skip link is the first stop of a page, and leads past the menu.
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Staff accounts");
  const first = await page.evaluate(() => document.body.querySelector("a[href], button, input, select, textarea")?.textContent);
  expect(first).toBe("Skip to content");
  await page.getByRole("link", { name: "Skip to content" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await tabTo(page, "link", "Add staff member");
  await page.keyboard.press("Enter");
  // After a navigation the heading has the focus, and the title has changed.
  await expect(page.getByRole("heading", { level: 1, name: "Add staff member" })).toBeFocused();
  await expect(page).toHaveTitle(/^Add staff member/);
  await tabTo(page, "textbox", "Email");
  await page.keyboard.type("keys@example.test");
  await tabTo(page, "checkbox", "Website");
  await page.keyboard.press("Space");
  await expect(page.getByRole("checkbox", { name: "Website", exact: true })).toBeChecked();
  await tabTo(page, "button", "Fine-tune Website");
  await page.keyboard.press("Enter");
  await tabTo(page, "checkbox", "Change the site address");
  await page.keyboard.press("Space");
  await tabTo(page, "button", "Send invitation");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Invitation sent" })).toBeVisible();

  // A dialog: Escape closes it, and the focus is back where it was.
  await page.goto("/staff");
  await expect(page.getByRole("row", { name: /developer@/ })).toBeVisible();
  const revoke = page.getByRole("row", { name: /developer@/ }).getByRole("button", { name: "Revoke access" });
  await revoke.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(revoke).toBeFocused();

  // The person's menu.
  await page.getByRole("banner").getByRole("button").last().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "My profile" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "My profile" })).toBeHidden();
  await page.keyboard.press("Enter");
  await tabTo(page, "button", "Sign out");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("a page that arrives late leaves an open menu alone", async ({ page }) => {
  await signIn(page, sample("manager"));
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeFocused();
  let arrive = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/resources?**id=products**", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("link", { name: "Products", exact: true }).first().click();
  await expect(page).toHaveURL(/products/);
  await openPersonMenu(page);
  const toggle = page.locator(".menu-toggle");
  await expect(toggle).toBeFocused();
  arrive();
  await expect(page.getByRole("heading", { level: 1, name: "Products" })).toBeVisible();
  await expect(page.getByRole("table")).toBeVisible();
  await expect(page.getByRole("link", { name: "My profile" })).toBeVisible();
  await expect(toggle).toBeFocused();
});

test("Back never ends in a redirect", async ({ page }) => {
  await signIn(page, sample("owner"), "/");
  await page.getByRole("navigation", { name: "Store menu" }).getByRole("link", { name: "Orders" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Orders");
  await page.getByRole("navigation", { name: "Store menu" }).getByRole("link", { name: "Products" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Products");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Orders");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Orders");
});
