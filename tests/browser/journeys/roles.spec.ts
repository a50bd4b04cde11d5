// Roles: made, changed with a look at whom it touches, and taken away without taking anybody's access by accident.
import { AxeBuilder } from "@axe-core/playwright";
import { Api } from "../support/api.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

test("a role is made, given, changed and works at once", async ({ page, browser, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id, path } = await owner.invite("night@example.test", [], "Wulan Night");
  const theirs = await (await browser.newContext({ baseURL: store.url })).newPage();
  await theirs.goto(path);
  await theirs.getByLabel("Choose a password", { exact: true }).fill("a password for the night");
  await theirs.getByRole("button", { name: "Join" }).click();
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("No access yet");

  await signIn(page, sample("owner"), "/staff/roles");
  await page.getByRole("link", { name: "Add role" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Add role" })).toBeFocused();
  await page.getByRole("button", { name: "Create role" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill("Night shift");
  await page.getByRole("checkbox", { name: "Catalog" }).check();
  await page.getByRole("button", { name: "Create role" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Night shift" })).toBeVisible();

  const roles = (await owner.call("GET", "/roles")).body.items;
  const role = roles.find((role: any) => role.name.en === "Night shift");
  await owner.patch(id, { roles: [role.id] });
  await page.reload();
  await page.getByRole("checkbox", { name: "Reports and analytics" }).check();
  const aside = page.getByRole("complementary", { name: "Changes" });
  await expect(aside.getByText("One person is touched:")).toBeVisible();
  await expect(aside.getByText("Wulan Night")).toBeVisible();
  await expect(aside.getByText(/^gains /)).toBeVisible();
  await page.getByRole("button", { name: "Save role" }).click();
  await expect(page.getByText("Night shift is saved.")).toBeVisible();

  await theirs.reload();
  await expect(theirs.getByRole("navigation", { name: "Store menu" }).getByRole("link", { name: "Reports" })).toBeVisible();
  await theirs.context().close();
});

test("a role that is held is deleted only once its holders have a place", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const made = await owner.call("POST", "/roles", { name: { en: "Short-lived" }, permissions: ["orders.view"] });
  const { id } = await owner.invite("mover@example.test", [], "Made Mover");
  await owner.patch(id, { roles: [made.body.id] });

  await signIn(page, sample("owner"), `/staff/roles/${made.body.id}`);
  await page.getByRole("button", { name: "Delete role" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete Short-lived?" });
  await expect(dialog.getByText("One person holds it and loses what it gives.")).toBeVisible();
  await dialog.getByRole("combobox", { name: "Give them instead" }).selectOption({ label: "Designer" });
  await dialog.getByRole("button", { name: "Delete role" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Roles" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Short-lived" })).toHaveCount(0);
  expect((await owner.call("GET", `/staff/${id}`)).body.roles).toEqual(["designer"]);
});

test("a role that another window changed meanwhile is not overwritten unseen", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const draft = { name: { en: "Contested" }, permissions: ["orders.view"] };
  const made = await owner.call("POST", "/roles", draft);
  await signIn(page, sample("owner"), `/staff/roles/${made.body.id}`);
  await page.getByRole("textbox", { name: "Name" }).fill("Mine");
  await owner.call("PUT", `/roles/${made.body.id}`, { ...draft, permissions: ["carts.view"] }, {
    "If-Match": made.headers.get("etag")!,
  });
  await page.getByRole("button", { name: "Save role" }).click();
  await expect(page.getByRole("heading", { name: "Somebody else has changed this role" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Mine");
  await page.getByRole("button", { name: "Keep my changes" }).click();
  await page.getByRole("button", { name: "Save role" }).click();
  await expect(page.getByText("Mine is saved.")).toBeVisible();
});

test("the list and the form can be read in every way", async ({ page }) => {
  await signIn(page, sample("owner"), "/staff/roles");
  for (const path of ["/staff/roles", "/staff/roles/designer", "/staff/roles/new"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator(".skeleton")).toHaveCount(0);
    expect((await new AxeBuilder({ page }).analyze()).violations, path).toEqual([]);
  }
});
