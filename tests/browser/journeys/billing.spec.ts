// Billing: what the plan costs, changing it with open eyes, and what happens when every place is taken.
import { Api } from "../support/api.ts";
import { inEveryColour } from "../support/barriers.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

/** Puts the store on a plan, whatever it is on. */
async function choose(owner: Api, plan: string): Promise<void> {
  const answer = await owner.call("PATCH", "/billing", { plan }, { "If-Match": "*" });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

test.afterEach(async ({ store }) => choose(await Api.signIn(store, sample("owner")), "business"));

test("the owner sees the plan and changes it, knowing what that does", async ({ page }) => {
  await signIn(page, sample("owner"));
  await page.getByRole("navigation", { name: "Store menu" }).getByRole("link", { name: "Billing and subscription" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Billing and subscription" })).toBeFocused();
  const present = page.getByRole("region", { name: "Your plan" });
  await expect(present).toContainText("Business");
  await expect(present).toContainText("€79.00 a month");
  await expect(present).toContainText("of 250");
  await expect(present).toContainText("no card is kept");

  const starter = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Starter" }) });
  await expect(starter).toContainText("people too many.");
  await expect(starter.getByRole("button")).toHaveCount(0);

  await page.getByRole("button", { name: "Change to Team" }).click();
  const dialog = page.getByRole("dialog", { name: "Change to Team?" });
  await expect(dialog).toContainText("room for 25 people besides you");
  await expect(dialog).toContainText("is for €29.00");
  await dialog.getByRole("button", { name: "Keep the plan" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(present).toContainText("Business");

  await page.getByRole("button", { name: "Change to Team" }).click();
  await dialog.getByRole("button", { name: "Change plan" }).click();
  await expect(page.getByText("The store is on Team now.")).toBeVisible();
  await expect(present).toContainText("of 25");
  await page.reload();
  await expect(present).toContainText("Team");
});

test("a plan that another window changed meanwhile is shown before it is changed again", async ({ page, store }) => {
  await signIn(page, sample("owner"), "/billing");
  await page.getByRole("button", { name: "Change to Chain" }).click();
  await choose(await Api.signIn(store, sample("owner")), "team");
  await page.getByRole("dialog").getByRole("button", { name: "Change plan" }).click();
  await expect(page.getByRole("region", { name: "Your plan" })).toContainText("Team");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("when every place is taken the form says so, keeps what was typed, and shows the way out", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  await choose(owner, "team");
  const invited: string[] = [];
  for (let taken = (await owner.call("GET", "/billing")).body.staff; taken < 25; taken++) {
    invited.push((await owner.invite(`place${taken}@example.test`, [])).id);
  }
  await signIn(page, sample("owner"), "/staff/new");
  await page.getByRole("textbox", { name: "Email" }).fill("one.more@example.test");
  await page.getByRole("button", { name: "Send invitation" }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The plan has room for 25 people, and every place is taken.");
  await inEveryColour(page, "a full plan");
  await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue("one.more@example.test");
  await expect(alert.getByRole("link", { name: "Billing and subscription" })).toHaveAttribute("href", "/billing");

  await owner.call("PUT", `/staff/${invited.pop()}/revocation`, {});
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("heading", { name: "Invitation" })).toBeVisible();
  const last = await owner.staff("one.more@example.test");
  for (const id of [...invited, last.id]) await owner.call("PUT", `/staff/${id}/revocation`, {});
});

test("invoices can be read and had as a file", async ({ page }) => {
  await signIn(page, sample("owner"), "/billing");
  const table = page.getByRole("region", { name: "Invoices" }).getByRole("table");
  await expect(table.getByRole("row").nth(1)).toContainText("€79.00");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  expect((await download).suggestedFilename()).toBe("invoices.csv");
  for (const open of [false, true]) {
    if (open) await page.getByRole("button", { name: "Change to Chain" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(open ? 1 : 0);
    await inEveryColour(page, open ? "changing the plan" : "billing");
  }
});
