// Every screen and state, looked at by axe with colour contrast: light, dark and forced colours, wide and on a phone.
import type { Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { Backend } from "../support/backend.ts";
import { inEveryColour, inEveryLook } from "../support/barriers.ts";
import { joined, PASSWORD } from "../support/joined.ts";
import { expect, fillSignIn, sample, signIn, test } from "../support/test.ts";

test("the doors, in every look", async ({ page, store }) => {
  test.slow();
  const owner = await Api.signIn(store, sample("owner"));
  const invited = await owner.invite("axe@example.test", ["orders.view"], "Åsa Öberg");

  await page.goto(invited.path);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Join");
  await inEveryLook(page, "join");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await inEveryLook(page, "join with errors");
  await page.goto("/join/unknown");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We can't find this invitation");
  await inEveryLook(page, "a dead invitation");

  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await inEveryLook(page, "sign in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await inEveryLook(page, "sign in with errors");
});

test("the pages of the store, in every look", async ({ page }) => {
  test.slow();
  await signIn(page, sample("owner"));
  await inEveryLook(page, "overview");
  await page.goto("/catalog/products");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Products");
  await page.getByText("Your access here").click();
  await expect(page.getByRole("region", { name: "What you can do here" })).toBeVisible();
  await inEveryLook(page, "a list, and what one may do there");
  await page.goto("/reports");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reports");
  await inEveryLook(page, "reports");
  await page.goto("/profile");
  await expect(page.getByText("This device")).toBeVisible();
  await inEveryLook(page, "profile");
  await page.goto("/nowhere");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
  await inEveryLook(page, "not found");
});

test("the pages of staff, in every look", async ({ page, store }) => {
  test.slow();
  const owner = await Api.signIn(store, sample("owner"));
  await owner.invite("axe.staff@example.test", ["orders.view"], "Åsa Öberg");
  await signIn(page, sample("owner"));
  for (const tab of ["", "?tab=invited", "?tab=former"]) {
    await page.goto(`/staff${tab}`);
    await expect(page.getByRole("table").getByRole("cell").first()).toBeVisible();
    await inEveryLook(page, `staff${tab}`);
  }
  await page.goto("/staff");
  await page.getByLabel("Search staff").fill("nobody by this name");
  await expect(page.getByRole("heading", { name: "Nobody matches" })).toBeVisible();
  await inEveryLook(page, "staff, nobody found");
  await page.getByLabel("Search staff").fill("");
  await page.getByRole("row", { name: /designer@/ }).getByRole("button", { name: "Revoke access" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await inEveryLook(page, "the revoke dialog");
  await page.keyboard.press("Escape");

  await page.goto("/staff/new");
  await expect(page.getByRole("checkbox", { name: "Sales", exact: true })).toBeVisible();
  await inEveryLook(page, "add staff member");
  for (const section of ["Sales", "Catalog", "Marketing", "Reports and analytics", "Website", "Sales channels"]) {
    await page.getByRole("button", { name: `Fine-tune ${section}`, exact: true }).click();
  }
  await page.getByRole("checkbox", { name: "Update stock" }).check();
  await inEveryLook(page, "add staff member, fine-tuned");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await inEveryLook(page, "add staff member, with errors");

  const developer = await owner.staff(sample("developer"));
  await page.goto(`/staff/${developer.id}`);
  await expect(page.getByRole("checkbox", { name: "Website", exact: true })).toBeChecked();
  await inEveryLook(page, "a person");
});

test("refusals and set-up, in every look", async ({ page }) => {
  test.slow();
  await signIn(page, sample("nobody"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No access yet");
  await inEveryLook(page, "no access yet");
  await page.goto("/staff");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You don't have access to this page");
  await inEveryLook(page, "no access");

  const empty = await Backend.start({ empty: true });
  await page.goto(empty.url + empty.setupPath());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up your store");
  await inEveryLook(page, "set-up");
  await empty.remove();
});

/** A page that has what it came for. */
async function stands(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("main .skeleton")).toHaveCount(0);
}

for (const part of [0, 1]) {
  test(`what lies behind the menus, in every colour (${part + 1} of 2)`, async ({ page, store }) => {
    test.slow();
    const owner = await Api.signIn(store, sample("owner"));
    const all = (await owner.call("GET", "/resources")).body.items;
    // Products are looked at more closely elsewhere.
    const others = all.filter((resource: any) => resource.id !== "products");
    expect(others.length).toBeGreaterThan(20);
    await signIn(page, sample("owner"));
    for (const resource of others.filter((_: any, index: number) => index % 2 === part)) {
      const link = page.getByRole("navigation", { name: "Store menu" }).getByRole("link", { name: resource.words.title.en, exact: true });
      await link.click();
      await expect(page).toHaveURL(resource.path);
      await stands(page);
      await inEveryColour(page, resource.path);
    }
  });
}

test("an order with its lines, and giving money back, in every colour", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { items } = (await owner.call("GET", "/resources/orders?payment=paid&limit=1")).body;
  await signIn(page, sample("owner"), `/sales/orders/${items[0].id}`);
  await expect(page.getByRole("button", { name: "Refund" })).toBeVisible();
  await stands(page);
  await inEveryColour(page, "an order");
  await page.getByRole("button", { name: "Refund" }).click();
  const dialog = page.getByRole("dialog", { name: "Refund" });
  await dialog.getByRole("button", { name: "Refund" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await inEveryColour(page, "a refund with errors");
});

test("access that has not begun, has ended or is paused, in every colour", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const [email, name] = ["axe.access@example.test", "Axel Access"];
  const id = await joined(store, email, name);
  const day = 86_400_000;
  expect((await owner.patch(id, { starts: new Date(Date.now() + 3 * day).toISOString() })).status).toBe(200);
  await signIn(page, email, "/", PASSWORD);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Your access starts /);
  await inEveryColour(page, "access that has not begun");
  // Whatever they open: it is not this page alone that they lack.
  await page.goto("/sales/orders");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Your access starts /);
  await expect(page).toHaveURL("/sales/orders");

  // By the clock of this computer, which is ahead of the backend's.
  expect((await owner.patch(id, { starts: null, ends: new Date(Date.now() + day).toISOString() })).status).toBe(200);
  await page.clock.setFixedTime(Date.now() + 2 * day);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your access has ended");
  await inEveryColour(page, "access that has ended");

  expect((await owner.call("PUT", `/staff/${id}/suspension`)).status).toBe(200);
  await page.goto("/");
  await fillSignIn(page, email, PASSWORD);
  await expect(page.getByRole("alert")).toContainText("Your access is paused.");
  await inEveryColour(page, "access that is paused");
});
