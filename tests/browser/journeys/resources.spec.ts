// What lies behind the menus, with products: the list, the form, and what becomes of what two people do at once.
import { Api } from "../support/api.ts";
import { change, fields, money, product } from "../support/records.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

const LIST = "/catalog/products";

test.describe("the list", () => {
  test("is searched and sorted in its address, so that reload and Back keep it", async ({ page, store }) => {
    const owner = await Api.signIn(store, sample("owner"));
    await product(owner, "Finder lamp A", { price: money("300") });
    await product(owner, "Finder lamp B", { price: money("100") });
    await product(owner, "Finder lamp 100% wool", { price: money("200") });

    await signIn(page, sample("owner"), LIST);
    await expect(page.getByRole("heading", { level: 1, name: "Products" })).toBeFocused();
    const search = page.getByRole("searchbox", { name: "Search Products" });
    await search.fill("finder lamp");
    await expect(page.getByText("3 in all")).toBeVisible();
    await expect(page).toHaveURL(`${LIST}?q=finder%20lamp`);

    const rows = page.getByRole("table", { name: "Products" }).getByRole("rowheader");
    await expect(rows).toHaveText(["Finder lamp 100% wool", "Finder lamp A", "Finder lamp B"]);
    const price = page.getByRole("columnheader", { name: "Price" });
    await price.getByRole("button").click();
    await expect(price).toHaveAttribute("aria-sort", "ascending");
    await expect(rows).toHaveText(["Finder lamp B", "Finder lamp 100% wool", "Finder lamp A"]);
    await price.getByRole("button").click();
    await expect(price).toHaveAttribute("aria-sort", "descending");
    await expect(rows).toHaveText(["Finder lamp A", "Finder lamp 100% wool", "Finder lamp B"]);

    await page.reload();
    await expect(search).toHaveValue("finder lamp");
    await expect(rows).toHaveText(["Finder lamp A", "Finder lamp 100% wool", "Finder lamp B"]);
    await page.getByRole("link", { name: "Finder lamp B" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Finder lamp B" })).toBeFocused();
    await page.goBack();
    await expect(rows).toHaveText(["Finder lamp A", "Finder lamp 100% wool", "Finder lamp B"]);

    await search.fill("100%");
    await expect(rows).toHaveText(["Finder lamp 100% wool"]);
    await page.reload();
    await expect(search).toHaveValue("100%");
    await expect(rows).toHaveText(["Finder lamp 100% wool"]);
  });

  test("is filtered, says when nothing matches, and lets everything through again", async ({ page, store }) => {
    const owner = await Api.signIn(store, sample("owner"));
    await product(owner, "Filter cup draft", { status: "draft" });
    await product(owner, "Filter cup published");

    await signIn(page, sample("owner"), `${LIST}?q=filter%20cup`);
    const rows = page.getByRole("rowheader");
    await expect(rows).toHaveText(["Filter cup draft", "Filter cup published"]);
    await page.getByLabel("Status").selectOption({ label: "Draft" });
    await expect(rows).toHaveText(["Filter cup draft"]);
    await expect(page).toHaveURL(`${LIST}?q=filter%20cup&status=draft`);
    await page.getByLabel("Status").selectOption({ label: "Archived" });
    await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
    await page.getByRole("status").getByRole("button", { name: "Clear filters" }).click();
    await expect(page).toHaveURL(LIST);
    await expect(page.getByRole("searchbox")).toHaveValue("");
    await expect(rows).not.toHaveCount(0);
  });

  test("goes forth and back by pages, and holds one at a time", async ({ page, store }) => {
    const owner = await Api.signIn(store, sample("owner"));
    for (let index = 0; index < 120; index += 1) await product(owner, `Paging mug ${String(index).padStart(3, "0")}`);

    await signIn(page, sample("owner"), `${LIST}?q=paging%20mug`);
    const rows = page.getByRole("rowheader");
    const pages = page.getByRole("navigation", { name: "Pages" });
    await expect(page.getByText("1–50 of 120")).toBeVisible();
    await expect(pages.getByRole("link", { name: "Previous" })).toHaveCount(0);
    await pages.getByRole("link", { name: "Next" }).click();
    await expect(page.getByText("51–100 of 120")).toBeFocused();
    await expect(rows.first()).toHaveText("Paging mug 050");
    await expect(rows).toHaveCount(50);
    await pages.getByRole("link", { name: "Next" }).click();
    await expect(page.getByText("101–120 of 120")).toBeVisible();
    await expect(pages.getByRole("link", { name: "Next" })).toHaveCount(0);
    await page.reload();
    await expect(page.getByText("101–120 of 120")).toBeVisible();
    await pages.getByRole("link", { name: "Previous" }).click();
    await expect(page.getByText("51–100 of 120")).toBeVisible();
    await pages.getByRole("link", { name: "Previous" }).click();
    await expect(page.getByText("1–50 of 120")).toBeVisible();
    await page.goBack();
    await expect(page.getByText("51–100 of 120")).toBeVisible();
  });

  test("is downloaded as it is seen", async ({ page, store }) => {
    const owner = await Api.signIn(store, sample("owner"));
    await product(owner, "Export bowl");
    await signIn(page, sample("owner"), `${LIST}?q=export%20bowl`);
    const arriving = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download as CSV" }).click();
    const download = await arriving;
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    expect(new URL(download.url()).search).toBe("?q=export%20bowl");
  });
});

test.describe("the form", () => {
  test("makes a record once it has what it needs, and changes it in what differs", async ({ page, store }) => {
    await signIn(page, sample("owner"), LIST);
    await page.getByRole("link", { name: "Add product" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Add product" })).toBeFocused();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("alert")).toContainText("need your attention");
    await page.getByRole("alert").getByRole("link").first().click();
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toBeFocused();

    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Åsas kopp");
    await page.getByRole("textbox", { name: /^Price/ }).fill("12,5O");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Write an amount such as 12.50.").last()).toBeVisible();
    await page.getByRole("textbox", { name: /^Price/ }).fill("12,50");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Åsas kopp" })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${LIST}/[^/]+$`));
    const id = new URL(page.url()).pathname.split("/").at(-1)!;

    const sent = page.waitForRequest((request) => request.method() === "PATCH");
    await page.getByRole("spinbutton", { name: /^In stock/ }).fill("41");
    await expect(page.getByText("One field changed")).toBeVisible();
    await page.getByRole("button", { name: "Save" }).click();
    expect((await sent).postDataJSON()).toEqual({ stock: 41 });
    await expect(page.getByText("No changes")).toBeVisible();
    const owner = await Api.signIn(store, sample("owner"));
    expect(await fields(owner, "products", id)).toMatchObject({ name: "Åsas kopp", stock: 41, price: { amount: "12.50" } });
  });

  test("shows at its field what only the backend can know", async ({ page, store }) => {
    const owner = await Api.signIn(store, sample("owner"));
    await product(owner, "First of its number", { sku: "TAKEN-1" });
    const { id } = await product(owner, "Second of its number", { sku: "FREE-1" });
    await signIn(page, sample("owner"), `${LIST}/${id}`);
    const number = page.getByRole("textbox", { name: /^Article number/ });
    await number.fill("TAKEN-1");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(number).toHaveAttribute("aria-invalid", "true");
    await expect(number).toHaveAccessibleDescription(/Something else has this already/);
    await expect(page.getByRole("alert")).toBeFocused();
  });

  test("keeps what is typed over a reload, and asks before it is left", async ({ page, store }) => {
    const owner = await Api.signIn(store, sample("owner"));
    const { id } = await product(owner, "Typing jar");
    await signIn(page, sample("owner"), `${LIST}/${id}`);
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Typing jar, half");
    await expect(page.getByText("One field changed")).toBeVisible();
    await page.reload();
    await expect(page.getByText("What you typed before is still here")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Typing jar, half");
    await page.getByRole("link", { name: "Overview" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Stay here" }).click();
    await page.getByRole("button", { name: "Discard it" }).click();
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Typing jar");
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Typing jar, again");
    await page.getByRole("link", { name: "Overview" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
    await expect(page).toHaveURL("/");
    await page.goto(`${LIST}/${id}`);
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Typing jar");
  });

  test("settles what two people have changed at once", async ({ page, store }) => {
    const owner = await Api.signIn(store, sample("owner"));
    const { id } = await product(owner, "Contested pan");
    await signIn(page, sample("owner"), `${LIST}/${id}`);
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Contested pan, mine");
    await page.getByRole("spinbutton", { name: /^In stock/ }).fill("10");
    await change(owner, "products", id, { stock: 20, description: "Theirs" });

    await page.getByRole("button", { name: "Save" }).click();
    const notice = page.getByRole("alert").filter({ hasText: "Somebody else saved first" });
    await expect(notice).toBeFocused();
    await expect(notice).toContainText("Taken over from the other: Description.");
    const stock = notice.getByRole("group", { name: "In stock" });
    await expect(stock.getByRole("radio", { name: "Yours" })).toBeChecked();
    await stock.getByRole("radio", { name: "Saved meanwhile" }).check();
    await notice.getByRole("button", { name: "Save it so" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    const saved = { name: "Contested pan, mine", stock: 20, description: "Theirs" };
    expect(await fields(owner, "products", id)).toMatchObject(saved);
  });

  test("merges by itself what two people have changed apart", async ({ page, store }) => {
    const owner = await Api.signIn(store, sample("owner"));
    const { id } = await product(owner, "Shared pot");
    await signIn(page, sample("owner"), `${LIST}/${id}`);
    await page.getByRole("spinbutton", { name: /^In stock/ }).fill("10");
    await change(owner, "products", id, { description: "Theirs" });
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Save it so" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    expect(await fields(owner, "products", id)).toMatchObject({ stock: 10, description: "Theirs" });
  });

  test("takes a picture, makes it small, and keeps its description", async ({ page, store }) => {
    const owner = await Api.signIn(store, sample("owner"));
    const { id } = await product(owner, "Pictured plate");
    await signIn(page, sample("owner"), `${LIST}/${id}`);
    // A large picture, drawn by the browser itself.
    const data = await page.evaluate(() => {
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 2000;
      const context = canvas.getContext("2d")!;
      for (let index = 0; index < 400; index += 1) {
        context.fillStyle = `hsl(${index * 17} 80% 50%)`;
        context.fillRect((index % 20) * 100, Math.floor(index / 20) * 100, 100, 100);
      }
      return canvas.toDataURL("image/png").split(",")[1]!;
    });
    const file = { name: "plate.png", mimeType: "image/png", buffer: Buffer.from(data, "base64") };
    const picture = page.getByRole("group", { name: /^Picture/ });
    await picture.getByLabel("Choose a picture").setInputFiles(file);
    await expect(picture.locator("img")).toBeVisible();
    await picture.getByLabel("What the picture shows").fill("A plate of many colours");
    await expect(picture.getByRole("img", { name: "A plate of many colours" })).toBeVisible();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    const saved = (await fields(owner, "products", id)).picture;
    expect(saved.alt).toBe("A plate of many colours");
    expect(saved.src).toMatch(/^data:image\//);
    await page.goto(`${LIST}?q=pictured%20plate`);
    await expect(page.getByRole("img", { name: "A plate of many colours" })).toBeVisible();
  });
});

test("what is deleted can be brought back for as long as the message stands", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id } = await product(owner, "Deleted spoon");
  await signIn(page, sample("owner"), `${LIST}/${id}`);
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Deleted spoon is deleted.")).toBeVisible();
  await expect(page).toHaveURL(LIST);
  expect((await owner.call("GET", `/resources/products/${id}`)).status).toBe(404);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("It is back.")).toBeVisible();
  expect((await owner.call("GET", `/resources/products/${id}`)).status).toBe(200);
  await page.goto(`${LIST}/gone`);
  await expect(page.getByRole("heading", { level: 1, name: "This is no longer here" })).toBeVisible();
});

test("a command asks for its input, and says what is wrong with it", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id } = await product(owner, "Counted fork", { stock: 5 });
  await signIn(page, sample("owner"), `${LIST}/${id}`);
  await page.getByRole("button", { name: "Adjust stock" }).click();
  const dialog = page.getByRole("dialog", { name: "Adjust stock" });
  await dialog.getByRole("button", { name: "Adjust stock" }).click();
  await expect(dialog.getByRole("alert")).toContainText("This can't be left empty.");
  await dialog.getByRole("spinbutton", { name: "Change by" }).fill("-9");
  await dialog.getByRole("button", { name: "Adjust stock" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expect(dialog.getByRole("spinbutton", { name: "Change by" })).toHaveAttribute("aria-invalid", "true");
  await dialog.getByRole("spinbutton", { name: "Change by" }).fill("-2");
  await dialog.getByRole("button", { name: "Adjust stock" }).click();
  await expect(page.getByText("Stock adjusted")).toBeVisible();
  await expect(page.getByRole("spinbutton", { name: /^In stock/ })).toHaveValue("3");
});
