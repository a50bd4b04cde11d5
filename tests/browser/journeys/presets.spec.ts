// The roles that a store comes with: copied, changed and put back, deleted and brought back.
import { Api } from "../support/api.ts";
import { inEveryColour } from "../support/barriers.ts";
import { Backend } from "../support/backend.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

async function role(owner: Api, id: string): Promise<any> {
  return (await owner.call("GET", `/roles/${id}`)).body;
}

test("a copy begins with what the other role gives, and is a role of its own", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const before = await role(owner, "designer");
  await signIn(page, sample("owner"), "/staff/roles/designer");
  await page.getByRole("link", { name: "Copy" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Add role" })).toBeFocused();
  await expect(page).toHaveURL("/staff/roles/new?like=designer");
  const aside = page.getByRole("complementary", { name: "Changes" });
  await expect(aside).toContainText("What it will give");
  await expect(aside).toContainText("See products");
  await page.getByRole("button", { name: "Fine-tune Catalog", exact: true }).click();
  await expect(page.getByRole("checkbox", { name: "See products", exact: true })).toBeChecked();
  await page.getByRole("checkbox", { name: "See categories", exact: true }).check();
  await page.getByRole("textbox", { name: "Name" }).fill("Window dresser");
  await page.getByRole("button", { name: "Create role" }).click();
  await expect(page.getByText("Window dresser is ready to be given.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Window dresser" })).toBeVisible();

  const all = (await owner.call("GET", "/roles")).body.items;
  const made = all.find((one: any) => one.name.en === "Window dresser");
  expect(made.permissions.toSorted()).toEqual([...before.permissions, "categories.view"].toSorted());
  expect([made.preset, made.holders]).toEqual([undefined, 0]);
  expect(await role(owner, "designer"), "the other is as it was").toEqual(before);
});

test("all changes to a role that came with the store are undone at once, with a reason where somebody holds it", async ({ page }) => {
  // A store of its own: the people of the sample store hold these roles.
  const store = await Backend.start();
  const owner = await Api.signIn(store, sample("owner"));
  const designer = await Api.signIn(store, sample("designer"));
  const held = async () => (await designer.call("GET", "/session")).body.permissions.toSorted();
  const [before, heldBefore] = [await role(owner, "designer"), await held()];
  await signIn(page, sample("owner"), `${store.url}/staff/roles/designer`);
  const undo = page.getByRole("main").getByRole("button", { name: "Undo all changes" });
  await expect(page.getByRole("button", { name: "Delete role" })).toBeVisible();
  await expect(undo, "there is nothing to undo").toHaveCount(0);

  await page.getByRole("textbox", { name: "Name" }).fill("Decorator");
  await page.getByRole("button", { name: "Fine-tune Sales", exact: true }).click();
  await page.getByRole("checkbox", { name: "See orders", exact: true }).check();
  await page.getByRole("button", { name: "Save role" }).click();
  await expect(page.getByText("Decorator is saved.")).toBeVisible();
  expect(await held()).toContain("orders.view");
  await page.goto(`${store.url}/staff/roles`);
  const card = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Decorator" }) });
  await expect(card).toContainText("Changed");
  await card.getByRole("link", { name: "Decorator" }).click();

  await undo.click();
  const dialog = page.getByRole("dialog", { name: "Undo all changes to Decorator?" });
  await expect(dialog).toContainText("One person holds it, and may gain or lose permissions by this.");
  await inEveryColour(page, "undoing all changes to a role");
  await dialog.getByRole("button", { name: "Go back" }).click();
  await expect(dialog).toHaveCount(0);
  await undo.click();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("It was for the fair only");
  await dialog.getByRole("button", { name: "Undo all changes" }).click();
  await expect(page.getByText("Designer is saved.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Designer");
  await expect(undo).toHaveCount(0);
  const after = await role(owner, "designer");
  expect([after.name, after.permissions.toSorted()]).toEqual([before.name, before.permissions.toSorted()]);
  expect(await held()).toEqual(heldBefore);
  const told = await owner.call("GET", "/activity?subject=designer");
  expect(JSON.stringify(told.body.items)).toContain("It was for the fair only");
  await store.remove();
});

test("roles that came with the store and were deleted are brought back, and nobody holds them by that", async ({ page }) => {
  const store = await Backend.start();
  const owner = await Api.signIn(store, sample("owner"));
  const before = await role(owner, "accountant");
  const gone = await owner.call("DELETE", "/roles/accountant?moveTo=", undefined, { "If-Match": `"${before.version}"` });
  expect(gone.status, JSON.stringify(gone.body)).toBeLessThan(300);
  await signIn(page, sample("owner"), `${store.url}/staff/roles`);
  await expect(page.getByRole("link", { name: "Designer" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Accountant" })).toHaveCount(0);
  await page.getByRole("button", { name: "Bring back deleted roles that came with Latchkey" }).click();
  await expect(page.getByText("The roles that came with Latchkey are all here.")).toBeVisible();
  const card = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Accountant" }) });
  await expect(card).toContainText("Nobody holds it");
  const after = await role(owner, "accountant");
  expect([after.permissions.toSorted(), after.holders]).toEqual([before.permissions.toSorted(), 0]);
  expect((await owner.staff(sample("accountant"))).roles).toEqual([]);
  await store.remove();
});
