// Every screen and state, looked at by axe with colour contrast: light, dark and forced colours, wide and phone, each language.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { Backend } from "../support/backend.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

/** How the screen is to be seen. */
const LOOKS = [
  { name: "light", colorScheme: "light" as const },
  { name: "dark", colorScheme: "dark" as const },
  { name: "forced colours", colorScheme: "light" as const, forcedColors: "active" as const },
];

async function check(page: Page, what: string): Promise<void> {
  // What is still appearing is judged when it has appeared.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))));
  const result = await new AxeBuilder({ page }).analyze();
  const found = result.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" | ")}`);
  expect(found, what).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${what}: no sideways scrolling`).toBeLessThanOrEqual(0);
}

for (const { name: look, ...media } of LOOKS) {
  for (const width of [1280, 360]) {
    test(`screens in ${look} at ${width} pixels`, async ({ page, store }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: "reduce", ...media });
      await page.setViewportSize({ width, height: 800 });
      const owner = await Api.signIn(store, sample("owner"));
      const invited = await owner.invite(`axe-${look.replace(" ", "-")}-${width}@example.test`, ["orders.view"], "Åsa Öberg");

      await page.goto(invited.path);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Join");
      await check(page, "join");
      await page.getByRole("button", { name: "Join" }).click();
      await expect(page.getByRole("alert")).toBeVisible();
      await check(page, "join with errors");
      await page.goto("/join/unknown");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("We can't find this invitation");
      await check(page, "a dead invitation");

      await page.goto("/");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
      await check(page, "sign in");
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("alert")).toBeVisible();
      await check(page, "sign in with errors");

      await signIn(page, sample("owner"));
      await check(page, "overview");
      await page.goto("/catalog/products");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Products");
      await page.getByText("Your access here").click();
      await expect(page.getByRole("region", { name: "What you can do here" })).toBeVisible();
      await check(page, "a list, and what one may do there");
      await page.goto("/reports");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reports");
      await check(page, "reports");
      await page.goto("/profile");
      await expect(page.getByText("This device")).toBeVisible();
      await check(page, "profile");
      await page.goto("/nowhere");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
      await check(page, "not found");

      for (const tab of ["", "?tab=invited", "?tab=former"]) {
        await page.goto(`/staff${tab}`);
        await expect(page.getByRole("table").getByRole("cell").first()).toBeVisible();
        await check(page, `staff${tab}`);
      }
      await page.goto("/staff");
      await page.getByLabel("Search staff").fill("nobody by this name");
      await expect(page.getByRole("heading", { name: "Nobody matches" })).toBeVisible();
      await check(page, "staff, nobody found");
      await page.getByLabel("Search staff").fill("");
      await page.getByRole("row", { name: /designer@/ }).getByRole("button", { name: "Revoke access" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await check(page, "the revoke dialog");
      await page.keyboard.press("Escape");

      await page.goto("/staff/new");
      await expect(page.getByRole("checkbox", { name: "Sales", exact: true })).toBeVisible();
      await check(page, "add staff member");
      for (const section of ["Sales", "Catalog", "Marketing", "Reports and analytics", "Website", "Sales channels"]) {
        await page.getByRole("button", { name: `Fine-tune ${section}`, exact: true }).click();
      }
      await page.getByRole("checkbox", { name: "Update stock" }).check();
      await check(page, "add staff member, fine-tuned");
      await page.getByRole("button", { name: "Send invitation" }).click();
      await expect(page.getByRole("alert")).toBeVisible();
      await check(page, "add staff member, with errors");

      const developer = await owner.staff(sample("developer"));
      await page.goto(`/staff/${developer.id}`);
      await expect(page.getByRole("checkbox", { name: "Website", exact: true })).toBeChecked();
      await check(page, "a person");
    });
  }

  test(`refusals and set-up in ${look}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce", ...media });
    await signIn(page, sample("nobody"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No access yet");
    await check(page, "no access yet");
    await page.goto("/staff");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You don't have access to this page");
    await check(page, "no access");

    const empty = await Backend.start({ empty: true });
    await page.goto(empty.url + empty.setupPath());
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up your store");
    await check(page, "set-up");
    await empty.remove();
  });
}
