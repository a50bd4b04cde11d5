// The life of a staff account, from the invitation to the revocation, in the browsers of the owner and of the person.
import type { Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { inEveryColour } from "../support/barriers.ts";
import { expect, menu, sample, signIn, test } from "../support/test.ts";

const PASSWORD = "correct horse battery staple";

/** What a page does when its window gets the attention back. */
async function refocus(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
}

test("invite, join, work, be changed while signed in, be revoked while signed in", async ({ page, browser, store }) => {
  // The owner invites.
  await signIn(page, sample("owner"), "/staff");
  await page.getByRole("link", { name: "Add staff member" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Add staff member");
  await page.getByRole("textbox", { name: "Email" }).fill("tove@example.test");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Tove Ek");
  const permissions = page.getByRole("group", { name: "Permissions" });
  await expect(permissions.getByRole("checkbox")).toHaveCount(7);
  await permissions.getByRole("checkbox", { name: "Marketing" }).check();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("heading", { name: "Invitation sent" })).toBeVisible();
  const link = await page.getByLabel("Invitation link").inputValue();
  expect(link).toMatch(new RegExp(`^${store.url}/join/`));

  // The person joins, in a browser of their own.
  const theirs = await browser.newContext({ baseURL: store.url });
  const them = await theirs.newPage();
  await them.goto(new URL(link).pathname);
  await expect(them.getByRole("heading", { level: 1 })).toHaveText("Join Kunci & Nyckel");
  await expect(them.getByText("Marketing")).toBeVisible();
  await expect(them.getByRole("textbox", { name: "Email" })).toHaveValue("tove@example.test");
  await expect(them.getByLabel("Your name")).toHaveValue("Tove Ek");
  await them.getByLabel("Choose a password", { exact: true }).fill(PASSWORD);
  await them.getByRole("button", { name: "Join" }).click();
  await expect.poll(() => menu(them)).toEqual(["Overview", "Campaigns", "Discounts", "Newsletters", "Automated emails"]);
  await them.getByRole("navigation", { name: "Store menu" }).getByRole("link", { name: "Campaigns" }).click();
  await expect(them.getByRole("heading", { level: 1 })).toHaveText("Campaigns");

  // The owner gives something and takes something; the open page follows.
  await page.getByRole("navigation", { name: "Store menu" }).getByRole("link", { name: "Staff accounts" }).click();
  await page.getByRole("row", { name: /Tove Ek/ }).getByRole("link", { name: "Edit permissions" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tove Ek");
  await page.getByRole("checkbox", { name: "Marketing", exact: true }).uncheck();
  await page.getByRole("checkbox", { name: "Sales", exact: true }).check();
  const changes = page.getByRole("region", { name: "This will change" });
  await expect(changes).toContainText("Refund orders");
  await page.getByRole("button", { name: "Save permissions" }).click();
  const confirm = page.getByRole("dialog");
  await expect(confirm).toContainText("Refund orders");
  await confirm.getByRole("button", { name: "Yes, give them" }).click();
  await expect(page.getByText("Saved. Tove Ek has the new permissions now.")).toBeVisible();

  await refocus(them);
  await expect.poll(() => menu(them)).toEqual(["Overview", "Orders", "Abandoned carts", "Customers"]);
  await expect(them.getByRole("heading", { level: 1 })).toHaveText("You don't have access to this page");
  await expect(them.getByText("See campaigns")).toBeVisible();
  await expect(them).toHaveURL("/marketing/campaigns");

  // The owner takes it all back; the person is out at once.
  await page.getByRole("button", { name: "Revoke access" }).click();
  const dialog = page.getByRole("dialog", { name: "Revoke access for Tove Ek?" });
  await dialog.getByLabel("Reason").fill("The season is over");
  await dialog.getByRole("button", { name: "Revoke access" }).click();
  await expect(page.getByText(/^Access revoked\. One session ended\. It took [\d,]+ ms\.$/)).toBeVisible();

  await refocus(them);
  await expect(them.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await expect(them.getByText("You were signed out")).toBeVisible();
  await expect(Api.signIn(store, "tove@example.test", PASSWORD)).rejects.toThrow(/401/);

  // The name stays among the former staff.
  await page.goto("/staff");
  await expect(page.getByRole("row", { name: /Tove Ek/ })).toHaveCount(0);
  await page.getByRole("link", { name: /^Former/ }).click();
  await expect(page.getByRole("row", { name: /Tove Ek/ })).toBeVisible();
  await theirs.close();
});

test("keeping access changes nothing", async ({ page }) => {
  await signIn(page, sample("owner"), "/staff");
  const row = page.getByRole("row", { name: /developer@example.test/ });
  await row.getByRole("button", { name: "Revoke access" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Keep access" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row.getByRole("button", { name: "Revoke access" })).toBeFocused();
  await expect(row).toContainText("Active");
});

test("suspending shuts out at once, and reactivating lets in again", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id, path } = await owner.invite("rudi@example.test", ["orders.view"], "Rudi Hartono");
  const token = path.split("/").at(-1);
  const joined = await Api.signedOut(store).call("POST", `/invitations/${token}`, { name: "Rudi Hartono", password: PASSWORD });
  expect(joined.status).toBe(201);
  const rudi = await Api.signIn(store, "rudi@example.test", PASSWORD);

  await signIn(page, sample("owner"), `/staff/${id}`);
  await page.getByRole("button", { name: "Suspend", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await inEveryColour(page, "suspending");
  await page.getByRole("dialog").getByRole("button", { name: "Suspend", exact: true }).click();
  await expect(page.getByText("Rudi Hartono is suspended.")).toBeVisible();
  expect((await rudi.call("GET", "/session")).status).toBe(401);
  await expect(Api.signIn(store, "rudi@example.test", PASSWORD)).rejects.toThrow(/403.*suspended/);

  await page.getByRole("button", { name: "Reactivate" }).click();
  await expect(page.getByText("Rudi Hartono has access again.")).toBeVisible();
  const again = await Api.signIn(store, "rudi@example.test", PASSWORD);
  expect((await again.call("GET", "/session")).body.permissions).toEqual(["orders.view"]);
  expect((await rudi.call("GET", "/session")).status, "the old session stays dead").toBe(401);
});
