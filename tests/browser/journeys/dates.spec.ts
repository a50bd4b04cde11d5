// Access for a time: a contractor for two weeks is one form, and both sides hear before it ends.
import { Api } from "../support/api.ts";
import { inEveryColour } from "../support/barriers.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

const DAY = 86_400_000;

test("a contractor for two weeks is one form", async ({ page, store }) => {
  await signIn(page, sample("owner"), "/staff/new");
  await page.getByRole("textbox", { name: "Email" }).fill("contractor@example.test");
  await page.getByLabel("Access starts").fill("2031-03-01");
  await page.getByRole("button", { name: "Two weeks" }).click();
  await expect(page.getByLabel("Access ends")).toHaveValue("2031-03-14");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("heading", { name: "Invitation sent" })).toBeVisible();
  await inEveryColour(page, "invitation sent");
  const made = await (await Api.signIn(store, sample("owner"))).staff("contractor@example.test");
  // The last day is over at midnight where the owner is; spring brings no other clock before the end of March.
  expect(Date.parse(made.ends) - Date.parse(made.starts)).toBe(14 * DAY);
});

test("without a first day the two weeks begin today", async ({ page }) => {
  await signIn(page, sample("owner"), "/staff/new");
  await page.getByRole("button", { name: "Two weeks" }).click();
  const last = await page.evaluate(() => {
    const day = new Date();
    day.setDate(day.getDate() + 13);
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  });
  await expect(page.getByLabel("Access ends")).toHaveValue(last);
});

test("a week before access ends both sides are warned, and not earlier", async ({ page, browser, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id, path } = await owner.invite("seasonal@example.test", ["orders.view"], "Sari Seasonal");
  const theirs = await (await browser.newContext({ baseURL: store.url })).newPage();
  await theirs.goto(path);
  await theirs.getByLabel("Choose a password", { exact: true }).fill("a password for the season");
  await theirs.getByRole("button", { name: "Join" }).click();
  await expect(theirs.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();

  await owner.patch(id, { ends: new Date(Date.now() + 8 * DAY).toISOString() });
  await theirs.goto("/");
  await expect(theirs.getByRole("main").getByRole("heading", { level: 2, name: "Sales" })).toBeVisible();
  await expect(theirs.getByText(/^Your access to .* ends/)).toHaveCount(0);
  await signIn(page, sample("owner"), "/staff?q=seasonal");
  const row = page.getByRole("row").filter({ hasText: "Sari Seasonal" });
  await expect(row).toContainText("Until");

  await owner.patch(id, { ends: new Date(Date.now() + 3 * DAY).toISOString() });
  await theirs.goto("/");
  await expect(theirs.getByText(/^Your access to .* ends in 3 days\./)).toBeVisible();
  await page.reload();
  await expect(row).toContainText("Ends in 3 days");
  await theirs.context().close();
});

test("one permission can be given for a time, and the rest stays", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id } = await owner.invite("partly@example.test", ["orders.view", "reports.view"], "Putu Partly");
  await signIn(page, sample("owner"), `/staff/${id}`);
  const card = page.getByRole("region", { name: "Dates of single roles and permissions" });
  await card.getByRole("combobox", { name: "Add dates for" }).selectOption({ label: "See reports" });
  const group = card.getByRole("group", { name: "See reports" });
  await group.getByLabel("From").fill("2031-03-01");
  await group.getByLabel("Until").fill("2031-03-31");
  await expect(group).toContainText("From March 1, 2031");
  const aside = page.getByRole("complementary", { name: "Changes" });
  await expect(aside).toContainText("See reports: until March 31, 2031");
  await inEveryColour(page, "dates of a part");
  await page.getByRole("button", { name: "Save permissions" }).click();
  await expect(aside).not.toContainText("See reports");
  const saved = (await owner.call("GET", `/staff/${id}`)).body;
  expect(Object.keys(saved.periods.permissions)).toEqual(["reports.view"]);
  expect(saved.permissions).toEqual(["orders.view", "reports.view"]);

  await page.goto("/staff?q=partly");
  await expect(page.getByRole("row").filter({ hasText: "Putu Partly" })).toContainText("One part for a time");

  await page.goto(`/staff/${id}`);
  await group.getByRole("button", { name: /^Remove dates/ }).click();
  await expect(aside).toContainText("See reports: no dates of its own");
  await page.getByRole("button", { name: "Save permissions" }).click();
  await expect(aside).not.toContainText("See reports");
  expect((await owner.call("GET", `/staff/${id}`)).body.periods).toBeUndefined();
});

test("access can begin and end at a time of day", async ({ page, store }) => {
  await signIn(page, sample("owner"), "/staff/new");
  await page.getByRole("textbox", { name: "Email" }).fill("by.the.hour@example.test");
  // The time of day may be said before the day.
  await page.getByLabel("Start time").first().fill("09:30");
  await page.getByLabel("Access starts").fill("2031-03-03");
  await page.getByLabel("Access ends").fill("2031-03-05");
  await page.getByLabel("End time").first().fill("17:00");
  await expect(page.getByText(/^Without a time of day, whole days count\. Your time zone: \S/)).toBeVisible();
  const aside = page.getByRole("complementary", { name: "Changes" });
  await expect(aside).toContainText(/Ends: Mar 5, 2031.*5:00/);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("heading", { name: "Invitation sent" })).toBeVisible();
  const owner = await Api.signIn(store, sample("owner"));
  const made = await owner.staff("by.the.hour@example.test");
  const [starts, ends] = await page.evaluate(() => [new Date(2031, 2, 3, 9, 30), new Date(2031, 2, 5, 17)].map(Number));
  expect([Date.parse(made.starts), Date.parse(made.ends)]).toEqual([starts, ends]);

  // Taken away again, it is the whole day.
  await page.goto(`/staff/${made.id}`);
  await expect(page.getByLabel("End time").first()).toHaveValue("17:00");
  await page.getByLabel("End time").first().fill("");
  await expect(page.getByLabel("Access ends")).toHaveValue("2031-03-05");
  await page.getByRole("button", { name: "Save permissions" }).click();
  await expect(aside).toContainText("Nothing has changed yet.");
  const midnight = await page.evaluate(() => Number(new Date(2031, 2, 6)));
  expect(Date.parse((await owner.call("GET", `/staff/${made.id}`)).body.ends)).toBe(midnight);
});

test("of a single permission, too, both sides are warned a week before, and told when it has ended", async ({ page, browser, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id, path } = await owner.invite("part.time@example.test", ["orders.view", "reports.view"], "Tari Part");
  const theirs = await (await browser.newContext({ baseURL: store.url })).newPage();
  await theirs.goto(path);
  await theirs.getByLabel("Choose a password", { exact: true }).fill("a password for a part");
  await theirs.getByRole("button", { name: "Join" }).click();
  await expect(theirs.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  const ends = (days: number) => ({ periods: { permissions: { "reports.view": { ends: new Date(Date.now() + days * DAY).toISOString() } } } });

  await owner.patch(id, ends(8));
  await theirs.goto("/");
  await expect(theirs.getByRole("main").getByRole("heading", { level: 2, name: "Sales" }).first()).toBeVisible();
  await expect(theirs.getByText(/^Part of your access/)).toHaveCount(0);
  await owner.patch(id, ends(3));
  await theirs.goto("/");
  await expect(theirs.getByText(/^Part of your access to .* ends in 3 days: See reports\./)).toBeVisible();
  await theirs.goto("/profile");
  await expect(theirs.getByRole("listitem").filter({ hasText: /^Until .*: See reports$/ })).toBeVisible();
  await signIn(page, sample("owner"), "/staff?q=part.time");
  await expect(page.getByRole("row").filter({ hasText: "Tari Part" })).toContainText("One part ends in 3 days");
  await page.goto(`/staff/${id}`);
  await expect(page.getByText("See reports ends in 3 days")).toBeVisible();
  await expect(page.getByRole("group", { name: "See reports" })).toContainText("Ends in 3 days");
  await inEveryColour(page, "a part that ends soon");

  await owner.patch(id, ends(-1));
  await expect(page.getByRole("group", { name: "See reports" })).toContainText("Access ended");
  await page.goto("/staff?q=part.time");
  await expect(page.getByRole("row").filter({ hasText: "Tari Part" })).toContainText("One part has ended");
  await theirs.goto("/profile");
  await expect(theirs.getByRole("listitem").filter({ hasText: /^Ended on .*: See reports$/ })).toBeVisible();
  await theirs.context().close();
});
