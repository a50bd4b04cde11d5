// A real store from nothing: the set-up link, the owner, and an empty list.
import { Api } from "../support/api.ts";
import { Backend } from "../support/backend.ts";
import { expect, test } from "../support/test.ts";

const PASSWORD = "correct horse battery staple";

test("the printed link sets up the owner once, and no sample account exists", async ({ page }) => {
  const store = await Backend.start({ empty: true });
  await page.goto(store.url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Open the set-up link");

  await page.goto(store.url + store.setupPath());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up your store");
  await page.getByRole("button", { name: "Open the store" }).click();
  await expect(page.getByRole("alert")).toContainText("Write the name of your store");

  await page.getByLabel("Store name").fill("Lilla Butiken");
  await page.getByLabel("Currency").selectOption("SEK");
  await page.getByLabel("Your name").fill("Ebba Ström");
  await page.getByRole("textbox", { name: "Email" }).fill("ebba@example.test");
  await page.getByLabel("Password", { exact: true }).fill("too short");
  await page.getByRole("button", { name: "Open the store" }).click();
  await expect(page.getByRole("alert")).toContainText("at least 15 characters");
  await expect(page.getByLabel("Store name")).toHaveValue("Lilla Butiken");

  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Open the store" }).click();
  await expect(page.getByRole("banner")).toContainText("Lilla Butiken");
  await expect(page.getByRole("button", { name: "Ebba Ström" })).toBeVisible();

  await page.getByRole("navigation", { name: "Store menu" }).getByRole("link", { name: "Staff accounts" }).click();
  await expect(page.getByRole("heading", { name: "It's just you so far" })).toBeVisible();

  // The token has done its work, and no account came with the store.
  const token = store.setupPath().split("#")[1];
  const again = await Api.signedOut(store).call("POST", "/owner", {
    token, storeName: "Mine", currency: "EUR", name: "Eve", email: "eve@example.test", password: PASSWORD,
  });
  expect([again.status, again.body.code]).toEqual([409, "state"]);
  await expect(Api.signIn(store, "owner@example.test")).rejects.toThrow(/401/);
  await store.remove();
});

test("a wrong set-up link sets up nothing", async ({ page }) => {
  const store = await Backend.start({ empty: true });
  await page.goto(`${store.url}/setup#not-the-token`);
  await page.getByLabel("Store name").fill("Mine");
  await page.getByLabel("Currency").selectOption("EUR");
  await page.getByLabel("Your name").fill("Eve");
  await page.getByRole("textbox", { name: "Email" }).fill("eve@example.test");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Open the store" }).click();
  await expect(page.getByText("This set-up link doesn't work")).toBeVisible();
  expect((await Api.signedOut(store).call("GET", "/session")).body.code).toBe("no-owner");
  await store.remove();
});
