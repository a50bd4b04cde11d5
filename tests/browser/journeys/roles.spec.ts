// Roles: made, changed with a look at whom it touches, and taken away without taking anybody's access by accident.
import { Api } from "../support/api.ts";
import { inEveryColour, inEveryLook } from "../support/barriers.ts";
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
  // Reports can be taken out of the store, which is sensitive.
  const dialog = page.getByRole("dialog", { name: "Give everybody with Night shift sensitive permissions?" });
  await dialog.getByRole("textbox", { name: "Reason" }).fill("They count at night");
  await dialog.getByRole("button", { name: "Yes, give them" }).click();
  await expect(page.getByText("Night shift is saved.")).toBeVisible();

  await theirs.reload();
  await expect(theirs.getByRole("navigation", { name: "Store menu" }).getByRole("link", { name: "Reports" })).toBeVisible();
  await theirs.context().close();
});

test("a role that is held names its holders, and is deleted in one act with moving them", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const made = await owner.call("POST", "/roles", { name: { en: "Short-lived" }, permissions: ["orders.view"] });
  const { id } = await owner.invite("mover@example.test", [], "Made Mover");
  await owner.patch(id, { roles: [made.body.id] });
  const writes: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/roles/") && request.method() !== "GET") writes.push(request.method());
  });

  await signIn(page, sample("owner"), `/staff/roles/${made.body.id}`);
  await page.getByRole("button", { name: "Delete role" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete Short-lived?" });
  await expect(dialog.getByText("One person holds it and loses what it gives.")).toBeVisible();
  await expect(dialog.getByText("Made Mover")).toBeVisible();
  // A role that gives them something sensitive is asked about.
  await expect(dialog.getByRole("textbox", { name: "Reason" })).toHaveCount(0);
  await dialog.getByRole("combobox", { name: "Give them instead" }).selectOption({ label: "Store manager" });
  await expect(dialog.getByText("Refund orders")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Promoted");
  await inEveryColour(page, "deleting a role");
  await dialog.getByRole("button", { name: "Delete role" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Roles" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Short-lived" })).toHaveCount(0);
  expect((await owner.call("GET", `/staff/${id}`)).body.roles).toEqual(["store-manager"]);
  expect(writes).toEqual(["DELETE"]);
  const told = await owner.call("GET", `/activity?kind=holders-moved&person=${id}`);
  expect(told.body.items[0].reason).toBe("Promoted");
});

test("somebody who got the role after the page was opened is not passed over", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const made = await owner.call("POST", "/roles", { name: { en: "Held late" }, permissions: ["orders.view"] });
  await signIn(page, sample("owner"), `/staff/roles/${made.body.id}`);
  await page.getByRole("button", { name: "Delete role" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete Held late?" });
  await expect(dialog.getByRole("combobox")).toHaveCount(0);
  // While the dialog is open, nothing behind it follows.
  const { id } = await owner.invite("late@example.test", [], "Lila Late");
  await owner.patch(id, { roles: [made.body.id] });
  await dialog.getByRole("button", { name: "Delete role" }).click();
  await expect(dialog.getByText("Lila Late")).toBeVisible();
  await dialog.getByRole("button", { name: "Delete role" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Roles" })).toBeVisible();
  expect((await owner.call("GET", `/staff/${id}`)).body.roles).toEqual([]);
});

test("a role that comes to give something sensitive to whoever holds it asks why", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const made = await owner.call("POST", "/roles", { name: { en: "Front desk" }, permissions: ["orders.view"] });
  const { id } = await owner.invite("desk@example.test", [], "Dian Desk");
  await signIn(page, sample("owner"), `/staff/roles/${made.body.id}`);
  await page.getByRole("button", { name: "Fine-tune Sales", exact: true }).click();
  await page.getByRole("checkbox", { name: "Export customers" }).check();
  await page.getByRole("button", { name: "Save role" }).click();
  // Nobody holds it, so nothing is given to anybody.
  await expect(page.getByText("Front desk is saved.")).toBeVisible();

  await owner.patch(id, { roles: [made.body.id] });
  await expect(page.getByRole("complementary", { name: "Changes" })).toBeVisible();
  await page.getByRole("checkbox", { name: "Refund orders" }).check();
  await expect(page.getByText("One person is touched:")).toBeVisible();
  await page.getByRole("button", { name: "Save role" }).click();
  const dialog = page.getByRole("dialog", { name: "Give everybody with Front desk sensitive permissions?" });
  await expect(dialog.getByText("Refund orders")).toBeVisible();
  await expect(dialog.getByText("Export customers")).toHaveCount(0);
  await inEveryColour(page, "something sensitive for a role");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("They take goods back");
  await dialog.getByRole("button", { name: "Yes, give them" }).click();
  await expect(dialog).toHaveCount(0);
  const told = async () => (await owner.call("GET", `/activity?kind=role-changed&person=${id}`)).body.items[0]?.reason;
  await expect.poll(told).toBe("They take goods back");
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
  const notice = page.getByRole("alert");
  await expect(notice.getByRole("heading", { name: "Somebody else has changed this role" })).toBeVisible();
  await expect(notice).toContainText("Name: Mine");
  await expect(notice).toContainText("See abandoned carts");
  await inEveryColour(page, "two versions of a role");
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Mine");
  await page.getByRole("button", { name: "Keep my changes" }).click();
  await page.getByRole("button", { name: "Save role" }).click();
  await expect(page.getByText("Mine is saved.")).toBeVisible();
  // The name is mine, the permissions are theirs.
  const saved = (await owner.call("GET", `/roles/${made.body.id}`)).body;
  expect([saved.name.en, saved.permissions]).toEqual(["Mine", ["carts.view"]]);
});

test("an open role follows what others save, and keeps what is being typed", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const made = await owner.call("POST", "/roles", { name: { en: "Watched" }, permissions: ["orders.view"] });
  const path = `/roles/${made.body.id}`;
  const save = async (draft: unknown) => {
    const seen = await owner.call("GET", path);
    expect((await owner.call("PUT", path, draft, { "If-Match": seen.headers.get("etag")! })).status).toBe(200);
  };
  const stands = page.context().waitForEvent("response", (response) => response.url().includes("/events"));
  await signIn(page, sample("owner"), `/staff${path}`);
  await stands;
  const section = page.getByRole("button", { name: "Fine-tune Catalog" });
  await section.click();
  await save({ name: { en: "Watched closely" }, permissions: ["orders.view", "products.view"] });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Watched closely");
  await expect(page.getByRole("checkbox", { name: "See products" })).toBeChecked();
  await expect(page.getByRole("button", { name: "Close Catalog" })).toBeFocused();

  const name = page.getByRole("textbox", { name: "Name" });
  await name.fill("Watched by me");
  await save({ name: { en: "Watched closely" }, permissions: ["orders.view", "carts.view"] });
  await expect(page.getByText("Somebody else has just saved this role.")).toBeVisible();
  await expect(name).toBeFocused();
  await expect(name).toHaveValue("Watched by me");
  await expect(page.getByRole("checkbox", { name: "See products" })).toBeChecked();
  await inEveryColour(page, "a newer version of a role");
  await page.getByRole("button", { name: "See both versions" }).click();
  await page.getByRole("button", { name: "Keep my changes" }).click();
  await expect(page.getByText("Somebody else has just saved this role.")).toHaveCount(0);
  await expect(page.getByRole("checkbox", { name: "See products" })).not.toBeChecked();
  await page.getByRole("button", { name: "Save role" }).click();
  await expect(page.getByText("Watched by me is saved.")).toBeVisible();

  const { id } = await owner.invite("watched@example.test", [], "Wayan Watched");
  await owner.patch(id, { roles: [made.body.id] });
  await page.getByRole("checkbox", { name: "Catalog" }).check();
  await expect(page.getByText("Wayan Watched")).toBeVisible();
  await page.getByRole("button", { name: "Discard changes" }).click();
  const now = await owner.call("GET", path);
  await owner.call("DELETE", `${path}?moveTo=`, undefined, { "If-Match": now.headers.get("etag")! });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No such role");
});

test("the list of roles follows in place", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const stands = page.context().waitForEvent("response", (response) => response.url().includes("/events"));
  await signIn(page, sample("owner"), "/staff/roles");
  await stands;
  const link = page.getByRole("link", { name: "Designer" });
  await link.focus();
  const made = await owner.call("POST", "/roles", { name: { en: "Appears" }, permissions: [] });
  await expect(page.getByRole("link", { name: "Appears" })).toBeVisible();
  await expect(link).toBeFocused();
  await owner.call("DELETE", `/roles/${made.body.id}`, undefined, { "If-Match": made.headers.get("etag")! });
  await expect(page.getByRole("link", { name: "Appears" })).toHaveCount(0);
  await expect(link).toBeFocused();
});

test("somebody holds several roles, and the form says where each permission comes from", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id } = await owner.invite("several@example.test", ["carts.view"], "Sita Several");
  await signIn(page, sample("owner"), `/staff/${id}`);
  const aside = page.getByRole("complementary", { name: "Changes" });
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "Fulfilment operator" });
  await page.getByRole("button", { name: "Add another role" }).click();
  const second = page.getByLabel("Role 2", { exact: true });
  await expect(second).toBeFocused();
  await second.selectOption({ label: "Accountant" });
  await expect(aside).toContainText("Role: Fulfilment operator");
  await expect(aside).toContainText("Role: Accountant");
  await page.getByRole("button", { name: "Fine-tune Sales", exact: true }).click();
  await page.getByRole("button", { name: "Fine-tune Reports" }).click();
  const box = (name: string) => page.getByRole("checkbox", { name, exact: true });
  await expect(box("See orders")).toHaveAccessibleDescription(/From Fulfilment operator and Accountant/);
  await expect(box("Handle orders")).toHaveAccessibleDescription(/From Fulfilment operator/);
  await expect(box("See abandoned carts")).toHaveAccessibleDescription(/Given directly/);
  await expect(box("Sales")).toBeChecked({ indeterminate: true });
  await inEveryColour(page, "several roles");

  // A role is held whole or not at all.
  await box("See reports").uncheck();
  await expect(second.locator("option:checked")).toHaveText("Accountant, changed");
  await expect(page.getByText("Part of Accountant is unticked.")).toBeVisible();
  await expect(box("See reports")).toHaveAccessibleDescription(/Without it, Accountant is not held as a role/);
  await expect(box("See orders")).toHaveAccessibleDescription(/From Fulfilment operator$/);
  await expect(aside).not.toContainText("Role: Accountant");
  await page.getByRole("button", { name: "Tick all of Accountant again" }).click();
  await expect(box("See reports")).toBeChecked();
  await expect(aside).toContainText("Role: Accountant");

  await page.getByRole("button", { name: "Save permissions" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Yes, give them" }).click();
  await expect(aside).toContainText("Nothing has changed yet.");
  const held = async () => {
    const { roles, permissions } = (await owner.call("GET", `/staff/${id}`)).body;
    return [roles, permissions];
  };
  expect(await held()).toEqual([["fulfilment-operator", "accountant"], ["carts.view"]]);

  await page.getByRole("button", { name: "Remove Accountant" }).click();
  await expect(page.getByLabel("Role", { exact: true })).toBeFocused();
  await expect(second).toHaveCount(0);
  await expect(box("See reports")).not.toBeChecked();
  await expect(aside).toContainText("Role: Accountant");
  await page.getByRole("button", { name: "Save permissions" }).click();
  await expect(aside).toContainText("Nothing has changed yet.");
  expect(await held()).toEqual([["fulfilment-operator"], ["carts.view"]]);
});

test("the list and the form can be read in every way", async ({ page }) => {
  test.slow();
  await signIn(page, sample("owner"), "/staff/roles");
  for (const path of ["/staff/roles", "/staff/roles/designer", "/staff/roles/new"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator(".skeleton")).toHaveCount(0);
    await inEveryLook(page, path);
  }
});
