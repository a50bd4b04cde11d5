// Bad input is refused with a clear message at its field, and nothing that was typed is lost.
import { Api } from "../support/api.ts";
import { Backend } from "../support/backend.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

test("a malformed address, one that is taken, and a name of a megabyte", async ({ page }) => {
  await signIn(page, sample("owner"), "/staff/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Nils Test");
  await page.getByRole("checkbox", { name: "Marketing", exact: true }).check();
  const send = page.getByRole("button", { name: "Send invitation" });

  for (const [email, message] of [
    ["", "Write an email address."],
    ["nils", "Write a whole email address"],
    ["nils@", "Write a whole email address"],
    [sample("manager"), "already on the list"],
    [sample("owner"), "already on the list"],
  ] as const) {
    await page.getByRole("textbox", { name: "Email" }).fill(email);
    await send.click();
    await expect(page.getByRole("alert"), email).toContainText(message);
    await expect(page.getByRole("textbox", { name: "Email" }), email).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Nils Test");
    await expect(page.getByRole("checkbox", { name: "Marketing", exact: true })).toBeChecked();
  }

  const huge = "x".repeat(1_000_000);
  await page.getByRole("textbox", { name: "Email" }).fill("nils@example.test");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(huge);
  await send.click();
  await expect(page.getByRole("alert")).toContainText("Use at most 200 characters");
  expect((await page.getByRole("textbox", { name: "Name", exact: true }).inputValue()).length).toBe(huge.length);
});

test("no permission ticked is allowed, and said aloud", async ({ page }) => {
  await signIn(page, sample("owner"), "/staff/new");
  await expect(page.getByText("No permission is ticked.")).toBeVisible();
  await page.getByRole("textbox", { name: "Email" }).fill("none@example.test");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("heading", { name: "Invitation sent" })).toBeVisible();
});

test("ticking says what it needs, unticking what goes with it", async ({ page }) => {
  await signIn(page, sample("owner"), "/staff/new");
  const section = page.getByRole("checkbox", { name: "Catalog", exact: true });
  await page.getByRole("button", { name: "Fine-tune Catalog", exact: true }).click();
  await page.getByRole("checkbox", { name: "Update stock" }).check();
  await expect(page.getByRole("checkbox", { name: "See products" })).toBeChecked();
  await expect(page.getByText("needs See products, ticked for you")).toBeVisible();
  expect(await section.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
  await page.getByRole("checkbox", { name: "See products" }).uncheck();
  await expect(page.getByRole("checkbox", { name: "Update stock" })).not.toBeChecked();
  await expect(page.getByText("was unticked because it needs See products").first()).toBeVisible();
  expect(await section.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(false);
});

test("a role fills the boxes, and a change of one is said", async ({ page }) => {
  await signIn(page, sample("owner"), "/staff/new");
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "Store manager" });
  for (const name of ["Sales", "Catalog", "Sales channels"]) {
    await expect(page.getByRole("checkbox", { name, exact: true })).toBeChecked();
  }
  await expect(page.getByRole("checkbox", { name: "Marketing", exact: true })).not.toBeChecked();
  await page.getByRole("checkbox", { name: "Catalog", exact: true }).uncheck();
  await expect(page.getByLabel("Role", { exact: true }).locator("option:checked")).toHaveText("Store manager, changed");
});

test("dates are days where the owner is; an end before the start is refused at its field", async ({ page, store }) => {
  await signIn(page, sample("owner"), "/staff/new");
  await page.getByRole("textbox", { name: "Email" }).fill("season@example.test");
  await page.getByLabel("Access starts").fill("2027-03-10");
  await page.getByLabel("Access ends").fill("2027-03-01");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("alert")).toContainText("The end comes before the start");
  await expect(page.getByLabel("Access ends")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Access ends")).toHaveValue("2027-03-01");
  await page.getByLabel("Access ends").fill("2027-03-20");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("heading", { name: "Invitation sent" })).toBeVisible();

  // From midnight to midnight in Stockholm, the last day included.
  const saved = await (await Api.signIn(store, sample("owner"))).staff("season@example.test");
  expect([saved.starts, saved.ends]).toEqual(["2027-03-09T23:00:00Z", "2027-03-20T23:00:00Z"]);
  await page.goto(`/staff/${saved.id}`);
  await expect(page.getByLabel("Access starts")).toHaveValue("2027-03-10");
  await expect(page.getByLabel("Access ends")).toHaveValue("2027-03-20");
});

test("a name that carries markup is shown as text", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const name = `<img src=x onerror="window.hacked = 1"><b>Bold</b>`;
  await owner.invite("markup@example.test", [], name);
  await signIn(page, sample("owner"), "/staff?tab=invited");
  await expect(page.getByRole("row", { name: /markup@example.test/ })).toContainText("<b>Bold</b>");
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
});

test("a search for % finds the percent sign and nothing else", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  await owner.invite("percent@example.test", [], "100% Åsa");
  await signIn(page, sample("owner"), "/staff?tab=invited");
  await page.getByLabel("Search staff").fill("100%");
  await expect(page.getByRole("row", { name: /percent@example.test/ })).toBeVisible();
  await page.getByLabel("Search staff").fill("%");
  await expect(page.getByRole("row", { name: /newcomer@example.test/ })).toHaveCount(0);
  await page.getByLabel("Search staff").fill("åsa");
  await expect(page.getByRole("row", { name: /percent@example.test/ })).toBeVisible();
});

test("foreign ids and addresses of nobody open nothing", async ({ page }) => {
  await signIn(page, sample("owner"), "/staff/no-such-person");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We can't find this person");
});

test("a form elsewhere cannot act with the owner's cookie", async ({ page, store }) => {
  await signIn(page, sample("owner"), "/");
  const cookies = await page.context().cookies(store.url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: "Strict" });
  for (const origin of ["https://evil.example", "null", undefined]) {
    const answer = await fetch(`${store.api}/session`, {
      method: "DELETE",
      headers: { Cookie: cookie, ...(origin ? { Origin: origin } : {}) },
    });
    expect([origin, answer.status, (await answer.json()).code]).toEqual([origin, 403, "origin-mismatch"]);
  }
  await page.reload();
  await expect(page.getByRole("banner")).toBeVisible();
});

test("a full disk is said, what was typed is kept, and goes through when there is room again", async ({ page }) => {
  const store = await Backend.start();
  await signIn(page, sample("owner"), `${store.url}/staff/new`);
  const owner = await Api.signIn(store, sample("owner"));
  await page.getByRole("textbox", { name: "Email" }).fill("kept@example.test");
  await page.getByRole("checkbox", { name: "Marketing", exact: true }).check();

  await store.stop();
  store.largestFileKiB = 64;
  await store.run();
  // What little room there is gets used up.
  let status = 201;
  for (let n = 0; status === 201 && n < 50; n++) {
    status = (await owner.call("POST", "/staff", { email: `room-${n}@example.test`, permissions: [] })).status;
  }
  expect(status).toBe(503);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("alert")).toContainText("can't save anything just now");
  await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue("kept@example.test");
  await expect(page.getByRole("checkbox", { name: "Marketing", exact: true })).toBeChecked();

  await store.stop();
  store.largestFileKiB = undefined;
  await store.run();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("heading", { name: "Invitation sent" })).toBeVisible();
  await store.remove();
});
