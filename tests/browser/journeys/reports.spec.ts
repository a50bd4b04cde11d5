// The figures, the first page that sums them up, and who may see and take them out.
import { inEveryLook } from "../support/barriers.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

test("figures, their table and the days they span", async ({ page }) => {
  await signIn(page, sample("marketing"));
  await page.getByRole("navigation", { name: "Store menu" }).getByRole("link", { name: "Reports" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Reports" })).toBeFocused();
  const sales = page.getByRole("region", { name: "Sales", exact: true });
  await expect(sales.getByRole("img", { name: /^Sales from .* to .*\./ })).toBeVisible();
  await expect(sales.getByText(/compared with €/)).toBeVisible();
  for (const name of ["Orders", "Average order", "Best sellers", "Sales by channel", "Completed carts"]) {
    await expect(page.getByRole("region", { name, exact: true })).toBeVisible();
  }

  await sales.getByText("Show as a table").click();
  await expect(sales.getByRole("table").getByRole("row")).toHaveCount(31);
  await page.getByRole("radio", { name: "Last 7 days" }).check();
  await expect(page).toHaveURL(/from=\d{4}-\d{2}-\d{2}&to=/);
  await expect(sales.getByRole("table").getByRole("row")).toHaveCount(8);
  await page.getByLabel("Compare with the days before").uncheck();
  await expect(sales.getByRole("columnheader")).toHaveCount(2);
  // The address leads to the same days, and Back to those before.
  await page.reload();
  await expect(page.getByLabel("Compare with the days before")).not.toBeChecked();
  await page.goBack();
  await expect(page.getByLabel("Compare with the days before")).toBeChecked();
});

test("figures are taken out by whoever may", async ({ page }) => {
  await signIn(page, sample("accountant"), "/reports");
  const best = page.getByRole("region", { name: "Best sellers" });
  const file = page.waitForEvent("download");
  await best.getByRole("link", { name: "Download CSV" }).click();
  expect((await file).suggestedFilename()).toMatch(/^best-sellers-.*\.csv$/);
});

test("the first page says what waits, and leads there", async ({ page }) => {
  await signIn(page, sample("manager"));
  // The manager sees no figures, and nothing is asked for them.
  await expect(page.getByText("in the last 30 days")).toHaveCount(0);
  await page.getByRole("link", { name: "Orders to ship" }).click();
  await expect(page).toHaveURL(/\/sales\/orders\?fulfilment=toShip/);
  await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
});

test("whoever sees figures sees the sales on the first page, and no work of others", async ({ page }) => {
  await signIn(page, sample("marketing"));
  await expect(page.getByText("in the last 30 days")).toBeVisible();
  await expect(page.getByRole("link", { name: "Orders to ship" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Campaigns running" })).toBeVisible();
});

test("the figures can be read in every way", async ({ page }) => {
  test.slow();
  await signIn(page, sample("marketing"), "/reports");
  await expect(page.getByRole("img")).toHaveCount(4);
  await page.getByText("Show as a table").first().click();
  await inEveryLook(page, "figures");
});
