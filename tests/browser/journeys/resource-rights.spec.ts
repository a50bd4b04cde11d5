// Who may do what with what lies behind the menus: the app offers what the backend allows, and says why not.
import { Api } from "../support/api.ts";
import { inEveryLook } from "../support/barriers.ts";
import { fields, money, product } from "../support/records.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

const LIST = "/catalog/products";

test("whoever may change the stock changes the stock, and reads the rest and why", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id } = await product(owner, "Stocked glass", { cost: money("3.00") });
  await signIn(page, sample("fulfilment"), `${LIST}/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: "Stocked glass" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Price/ })).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);
  const price = page.getByRole("region", { name: "Price" });
  await expect(price).toContainText("129.50");
  await expect(price).toContainText("You can see this but not change it. That needs: Edit products and prices");
  await expect(page.getByText("Cost", { exact: true }), "what may not be seen is not there").toHaveCount(0);

  await page.getByRole("spinbutton", { name: /^In stock/ }).fill("8");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  expect(await fields(owner, "products", id)).toMatchObject({ stock: 8, cost: { amount: "3.00" } });
});

test("whoever may only look reads everything, is told why once, and is offered nothing", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id } = await product(owner, "Looked-at vase");
  await signIn(page, sample("designer"), LIST);
  await expect(page.getByRole("heading", { level: 1, name: "Products" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Add product" })).toHaveCount(0);
  await page.goto(`${LIST}/${id}`);
  await expect(page.getByText("You can see this but not change it.")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Adjust stock" })).toHaveCount(0);
  await page.goto(`${LIST}/new`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You don't have access to this page");
  await expect(page.locator(".missing")).toContainText("Edit products and prices");
});

test("a deep link into what may not be seen says what is missing, and asks for nothing", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id } = await product(owner, "Hidden box");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/resources/")) asked.push(request.url());
  });
  for (const path of [LIST, `${LIST}/new`, `${LIST}/${id}`]) {
    await page.context().clearCookies();
    await signIn(page, sample("developer"), path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You don't have access to this page");
    await expect(page.locator(".missing")).toContainText("See products");
  }
  expect(asked).toEqual([]);
});

test("access that is given while the page is open opens it", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id } = await product(owner, "Opening door");
  const { path } = await owner.invite("opening@example.test", ["orders.view"], "Opening Person");
  await page.goto(path);
  await page.getByLabel("Choose a password", { exact: true }).fill("a long enough sample password");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("banner")).toBeVisible();
  await page.goto(`${LIST}/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You don't have access to this page");
  const person = await owner.staff("opening@example.test");
  await owner.patch(person.id, { permissions: ["orders.view", "products.view"] });
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(page.getByRole("heading", { level: 1, name: "Opening door" })).toBeVisible();
  await expect(page.getByText("You can see this but not change it.")).toBeVisible();
});

test("lists, forms and dialogs, in every look", async ({ page, store }) => {
  test.slow();
  const owner = await Api.signIn(store, sample("owner"));
  const description = "A description that goes on for long enough to wrap on any window. ".repeat(4);
  const { id } = await product(owner, "Axe tray", { description, sku: "AXE-TRAY" });
  await signIn(page, sample("owner"), `${LIST}?q=axe%20tray`);
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await page.getByText("More filters").click();
  await inEveryLook(page, "the list");
  await page.getByRole("searchbox").fill("nothing by this name");
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await inEveryLook(page, "nothing matches");

  await page.goto(`${LIST}/${id}`);
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toBeVisible();
  await inEveryLook(page, "a record");
  await page.getByRole("button", { name: "Adjust stock" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await inEveryLook(page, "a command's dialog");
  await page.keyboard.press("Escape");

  await page.goto(`${LIST}/new`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await inEveryLook(page, "a new one, with errors");

  await page.context().clearCookies();
  await signIn(page, sample("designer"), `${LIST}/${id}`);
  await expect(page.getByText("You can see this but not change it.")).toBeVisible();
  await inEveryLook(page, "a record to be read");
});
