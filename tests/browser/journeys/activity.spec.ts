// What happened: told in sentences, narrowed, verified, and the same for one person and one record.
import { Api } from "../support/api.ts";
import { inEveryLook } from "../support/barriers.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

test("the owner reads what was done, narrows it and sees what was other before", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id } = await owner.invite("traced@example.test", ["orders.view"], "Tora Traced");
  await owner.patch(id, { permissions: ["orders.view", "orders.refund"], reason: "Helps at the counter" });
  await owner.call("PUT", `/staff/${id}/revocation`, { reason: "The season is over" });

  await signIn(page, sample("owner"), "/staff");
  await page.getByRole("navigation", { name: "Store menu" }).getByRole("link", { name: "Activity" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Activity" })).toBeFocused();
  const rows = page.getByRole("main").getByRole("list").getByRole("listitem");
  await expect(rows.first()).toContainText("signed in");

  await page.getByRole("combobox", { name: "Person" }).selectOption({ label: "Tora Traced" });
  await expect(page.getByRole("status").filter({ hasText: "3 entries" })).toBeVisible();
  await expect(rows.first()).toContainText("revoked the access of Tora Traced");
  await expect(rows.first()).toContainText("Reason: The season is over");
  const changed = rows.filter({ hasText: "changed what Tora Traced may do" });
  await changed.getByText("Details").click();
  await expect(changed.getByText("gained Refund orders", { exact: false })).toBeVisible();
  await expect(changed.getByText("Reason: Helps at the counter")).toBeVisible();

  await page.getByRole("combobox", { name: "What" }).selectOption({ label: "Roles" });
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  // Every choice is a step back.
  await page.goBack();
  await expect(rows).toHaveCount(3);
  await page.getByRole("searchbox").fill("season");
  await expect(rows).toHaveCount(1);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  expect((await download).suggestedFilename()).toBe("activity.csv");
});

test("a person and a record have their own history", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id } = await owner.invite("history@example.test", [], "Hanna History");
  await signIn(page, sample("owner"), `/staff/${id}`);
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByText("invited Hanna History")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Person" })).toHaveValue(id);

  await page.goto("/settings/general");
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByText("Only what happened to one record is shown.")).toBeVisible();
  await page.getByRole("link", { name: "Show everything" }).click();
  await expect(page).toHaveURL(/\/staff\/activity$/);
});

test("verifying says that all is well, and finds a noted checkpoint that does not fit", async ({ page }) => {
  await signIn(page, sample("owner"), "/staff/activity");
  const verify = page.getByRole("region", { name: "Verify" });
  await verify.getByRole("button", { name: "Verify" }).focus();
  await page.keyboard.press("Enter");
  await expect(verify.getByText(/All \d+ entries are as they were written\./)).toBeVisible();
  const head = await verify.getByRole("textbox", { name: "Checkpoint", exact: true }).inputValue();
  expect(head).toMatch(/^\d+-[0-9a-f]{64}$/);
  await verify.getByRole("textbox", { name: "A checkpoint noted earlier" }).fill(head.replace(/^\d+/, "9999999"));
  await verify.getByRole("button", { name: "Verify" }).click();
  await expect(verify.getByText("Entries at the end were cut off since the checkpoint was noted.")).toBeVisible();
});

test("it can be read in every way and is nobody's but the owner's", async ({ page }) => {
  test.slow();
  await signIn(page, sample("owner"), "/staff/activity");
  await expect(page.getByText("signed in").first()).toBeVisible();
  await page.getByText("Details").first().click();
  await inEveryLook(page, "activity");
});
