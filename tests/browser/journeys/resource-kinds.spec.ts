// Kinds of records and fields beyond a plain list of plain fields: a tree, a reference, what belongs to a record, the one
// record of a page of settings, and rows.
import { Api } from "../support/api.ts";
import { inEveryColour, inEveryLook } from "../support/barriers.ts";
import { fields, make, product } from "../support/records.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

test("categories are moved about with the keyboard", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const position = (index: number) => 500 + index;
  const first = await make(owner, "categories", { name: "Tree first", position: position(0) });
  const second = await make(owner, "categories", { name: "Tree second", position: position(1) });

  await signIn(page, sample("owner"), "/catalog/categories");
  const line = (name: string) => page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });
  const names = page.getByRole("list", { name: "Categories" }).getByRole("link", { name: /^Tree/ });
  await expect(names).toHaveText(["Tree first", "Tree second"]);
  const up = line("Tree second").getByRole("button", { name: "Up" });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(names).toHaveText(["Tree second", "Tree first"]);
  await expect(up, "the focus stays at what was moved").toBeFocused();

  await line("Tree first").getByRole("button", { name: "In" }).click();
  await expect(line("Tree first")).toContainText("level 2");
  expect((await fields(owner, "categories", first.id)).parent).toMatchObject({ id: second.id });
  await line("Tree first").getByRole("button", { name: "Out" }).click();
  await expect(line("Tree first")).toContainText("level 1");
  expect((await fields(owner, "categories", first.id)).parent ?? null).toBeNull();
});

test("another record is found by typing and chosen with the keyboard, and the other way round shows what belongs to it", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id: category } = await make(owner, "categories", { name: "Zinc things", position: 600 });
  const { id } = await product(owner, "Zinc bucket");

  await signIn(page, sample("owner"), `/catalog/products/${id}`);
  const box = page.getByRole("combobox", { name: /^Category/ });
  await box.fill("zinc");
  await expect(page.getByRole("option", { name: "Zinc things" })).toBeVisible();
  await box.press("ArrowDown");
  await expect(page.getByRole("option", { name: "Zinc things" })).toHaveAttribute("aria-selected", "true");
  await box.press("Enter");
  await expect(box).toHaveValue("Zinc things");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  const sent = page.waitForRequest((request) => request.method() === "PATCH");
  await page.getByRole("button", { name: "Save" }).click();
  expect((await sent).postDataJSON()).toEqual({ category });
  await expect(page.getByText("Saved.")).toBeVisible();

  await page.goto(`/catalog/categories/${category}`);
  const related = page.getByRole("region", { name: "Products" });
  await expect(related.getByRole("rowheader")).toHaveText(["Zinc bucket"]);
  await page.goto(`/catalog/products?category=${category}`);
  await expect(page.getByText("One in all")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Category" })).toHaveValue("Zinc things");

  await page.goto(`/catalog/products/${id}`);
  await box.fill("");
  await box.blur();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  expect((await fields(owner, "products", id)).category ?? null).toBeNull();
});

test("a page of settings is the form at once; rows are added, wrong ones are marked, and taken away", async ({ page, store }) => {
  await signIn(page, sample("owner"), "/settings/shipping");
  await expect(page.getByRole("heading", { level: 1, name: "Shipping" })).toBeFocused();
  const rows = page.getByRole("listitem").filter({ has: page.getByRole("textbox", { name: "Zone" }) });
  const before = await rows.count();
  await page.getByRole("button", { name: "Add a row" }).click();
  await expect(rows).toHaveCount(before + 1);
  const added = rows.last();
  await expect(added.getByRole("textbox", { name: "Zone" })).toBeFocused();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(added.getByRole("textbox", { name: "Zone" })).toHaveAttribute("aria-invalid", "true");
  await expect(rows.first().getByRole("textbox", { name: "Zone" })).not.toHaveAttribute("aria-invalid", "true");
  await added.getByRole("button", { name: /^Remove/ }).click();
  await expect(rows).toHaveCount(before);
  await expect(page.getByText("No changes")).toBeVisible();
});

test("whoever may only look at the settings reads them, and is told whom they are for", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  expect((await owner.staff(sample("accountant"))).roles).toEqual(["accountant"]);
  await signIn(page, sample("accountant"), "/settings/shipping");
  await expect(page.getByText("You can see this but not change it.")).toHaveCount(1);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await page.goto("/settings/tax");
  await expect(page.getByRole("button", { name: "Save" })).toBeVisible();
});

test("what is shown once is copied, and never shown again", async ({ page, store }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: store.url });
  await signIn(page, sample("owner"), "/catalog/gift-cards");
  await page.getByRole("button", { name: /Issue/ }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().fill("25");
  await dialog.getByRole("button", { name: /Issue/ }).click();
  const once = page.getByRole("dialog", { name: "Write this down now" });
  const code = await once.getByLabel("Code").inputValue();
  expect(code.length).toBeGreaterThan(8);
  await inEveryColour(page, "a code that is shown once");
  await once.getByRole("button", { name: "Copy" }).click();
  await expect(once.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  await once.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText(code)).toHaveCount(0);
});

test("a letter is read as it will look, with its lines, and changes nothing", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const path = "/marketing/automations/order-confirmation";
  const before = await owner.call("GET", "/resources/automations/order-confirmation");
  await signIn(page, sample("owner"), path);
  await page.getByRole("button", { name: "Preview" }).click();
  const dialog = page.getByRole("dialog", { name: "Preview" });
  await expect(dialog).toContainText("Thank you for your order 1042");
  const letter = dialog.getByRole("region", { name: "The letter" });
  await expect(letter).toContainText("Hello Maja,");
  expect(await letter.innerText(), "its lines break where they are broken").toMatch(/^Hello Maja,\n\nthank you/);
  await expect(dialog, "nothing of it is secret").not.toContainText("Write this down");
  await inEveryLook(page, "a preview");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toHaveCount(0);
  expect((await owner.call("GET", "/resources/automations/order-confirmation")).body).toEqual(before.body);

  const { id } = await make(owner, "newsletters", { subject: "Keys", audience: "everyone", body: "One\n\nTwo\nthree" });
  await page.goto(`/marketing/newsletters/${id}`);
  await page.getByRole("button", { name: "Preview" }).click();
  expect(await letter.innerText()).toMatch(/^One\n\nTwo\nthree/);
});

test("the code for other sites is copied whole, and says what it needs", async ({ page, store }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: store.url });
  const owner = await Api.signIn(store, sample("owner"));
  const { code } = await fields(owner, "embed", "embed");
  await signIn(page, sample("owner"), "/website/embed");
  const shown = page.getByRole("textbox", { name: "Code to copy" });
  await expect(shown).toHaveValue(code);
  await expect(shown).toHaveAccessibleDescription(/online shop serves/);
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
});

test("a channel leads to what is listed there, and a product says where it is sold", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id } = await product(owner, "Listed latch", { status: "published", stock: 4 });
  const { listed } = await fields(owner, "marketplaces", "etsy");
  await signIn(page, sample("owner"), "/channels/marketplaces/etsy");
  const related = page.getByRole("region", { name: "Products listed here" });
  await related.getByRole("link", { name: /^Show all/ }).click();
  await expect(page).toHaveURL("/catalog/products?marketplaces=etsy");
  await expect(page.getByRole("combobox", { name: "On marketplaces" })).toHaveValue("etsy");
  await expect(page.getByText(`1–50 of ${listed}`)).toBeVisible();
  await page.goto(`/catalog/products/${id}`);
  await expect(page.getByRole("region", { name: "Where it is sold" })).toContainText("Etsy");
});
