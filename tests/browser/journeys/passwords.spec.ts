// Passwords and proofs: how good one would be, a forgotten one by mail, and confirming in place that it is oneself.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { Backend } from "../support/backend.ts";
import { expect, fillSignIn, sample, signIn, test } from "../support/test.ts";

const PASSWORD = "correct horse battery staple";
const NEW = "kucing tidur di atas meja";

async function noBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(", ")}`)).toEqual([]);
}

/** Somebody of one's own, who has joined. */
async function joined(store: Backend, email: string, name: string): Promise<string> {
  const owner = await Api.signIn(store, sample("owner"));
  const { id, path } = await owner.invite(email, ["orders.view"], name);
  const token = path.split("/").at(-1);
  const answer = await Api.signedOut(store).call("POST", `/invitations/${token}`, { name, password: PASSWORD });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return id;
}

/** The path of the link in the latest letter to somebody. */
async function linkTo(store: Backend, email: string): Promise<string | undefined> {
  const outbox = join(store.data, "outbox");
  const names = (await readdir(outbox).catch(() => [])).sort().reverse();
  for (const name of names) {
    const letter = await readFile(join(outbox, name), "utf8");
    // Quoted-printable breaks long lines.
    const text = letter.replaceAll("=\r\n", "");
    const link = /\/reset\/[A-Za-z0-9_-]{43}/.exec(text);
    if (letter.includes(email) && link) return link[0];
  }
  return undefined;
}

test("whoever joins hears how good a password would be, and why one is not taken", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { path } = await owner.invite("wira.kusuma@example.test", ["orders.view"], "Wira Kusuma");
  await page.goto(path);
  const field = page.getByLabel("Choose a password", { exact: true });
  const said = page.locator("form").getByRole("status");
  await field.fill("wirakusuma");
  await expect(said).toHaveText("Use at least 15 characters. You have 10 so far.");
  await field.fill("WiraKusuma2026wira");
  await expect(said).toHaveText(/it is made of your name/);
  await noBarriers(page);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("alert")).toContainText("it is made of your name");
  await expect(field).toHaveValue("WiraKusuma2026wira");
  await field.fill("123456789012345");
  await expect(said).toHaveText(/many people use it/);
  await field.fill(NEW);
  await expect(said).toHaveText("Strong password.");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("banner")).toBeVisible();
});

test("a forgotten password is chosen anew with a link that comes by mail", async ({ page, store }) => {
  const email = "forgetful@example.test";
  await joined(store, email, "Gunilla Glömsk");
  await page.goto("/");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await expect(page.getByRole("heading", { name: "A new password" })).toBeFocused();
  await noBarriers(page);
  await page.getByRole("textbox", { name: "Email" }).fill("nobody-at-all@example.test");
  await page.getByRole("button", { name: "Send the link" }).click();
  const told = await page.getByText(/a link is on its way/).textContent();
  await page.getByRole("button", { name: "Use another address" }).click();
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(/a link is on its way/)).toHaveText(told!.replace("nobody-at-all@example.test", email));
  await noBarriers(page);

  let link: string | undefined;
  await expect(async () => expect((link = await linkTo(store, email))).toBeDefined()).toPass();
  // A mail program that opens it first uses nothing up.
  await page.goto(link!);
  await page.goto(link!);
  await expect(page.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
  await noBarriers(page);
  await page.getByLabel("New password", { exact: true }).fill(NEW);
  await page.getByRole("button", { name: "Save password" }).click();
  await expect(page.getByRole("heading", { name: "Your password is changed" })).toBeVisible();
  await page.getByRole("link", { name: "Sign in" }).click();
  await fillSignIn(page, email, NEW);
  await expect(page.getByRole("banner")).toBeVisible();

  await page.goto(link!);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await noBarriers(page);
});

test("the owner has a link sent, and never sees it", async ({ page, store }) => {
  const email = "helped@example.test";
  const id = await joined(store, email, "Hadi Hilang");
  await signIn(page, sample("owner"), `/staff/${id}`);
  await page.getByRole("button", { name: "Send a link for a new password" }).click();
  const dialog = page.getByRole("dialog", { name: "Send Hadi Hilang a link for a new password?" });
  await noBarriers(page);
  await dialog.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("A link for a new password is on its way to Hadi Hilang.")).toBeVisible();
  const link = await linkTo(store, email);
  expect(link).toBeDefined();
  await expect(page.getByText(link!.slice("/reset/".length))).toHaveCount(0);
});

test("after ten minutes it is asked in place who it is, and what was begun goes on by itself", async ({ page }) => {
  let store = await Backend.start();
  try {
    const owner = await Api.signIn(store, sample("owner"));
    const { id } = await owner.staff(sample("manager"));
    await signIn(page, sample("owner"), `${store.url}/staff/${id}`);
    await page.getByLabel("Name", { exact: true }).fill("Budi the Second");
    await store.stop();
    store = await Backend.start({ after: store, clockAheadHours: 1 });
    await page.getByRole("button", { name: "Save permissions" }).click();
    const asked = page.getByRole("dialog", { name: "Confirm it is you" });
    await expect(asked).toBeVisible();
    await noBarriers(page);
    // Whoever would rather not loses nothing.
    await asked.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("alert")).toContainText("you did not confirm that it is you");
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Budi the Second");

    await page.getByRole("button", { name: "Save permissions" }).click();
    await asked.getByLabel("Present password", { exact: true }).fill("not the password at all");
    await asked.getByRole("button", { name: "Confirm" }).click();
    await expect(asked.getByRole("alert")).toContainText("not your present password");
    await asked.getByLabel("Present password", { exact: true }).fill("a long enough sample password");
    await asked.getByRole("button", { name: "Confirm" }).click();
    await expect(asked).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Budi the Second");

    // A file too, once it is known who asks; for the next ten minutes nothing more is asked.
    await page.goto(`${store.url}/staff/activity`);
    const file = page.waitForEvent("download");
    await page.getByRole("main").getByRole("link", { name: /CSV/ }).click();
    expect((await file).suggestedFilename()).toBe("activity.csv");
    await expect(asked).toHaveCount(0);
  } finally {
    await store.remove();
  }
});

test("a revocation asks in its own place, over its dialog", async ({ page }) => {
  let store = await Backend.start();
  try {
    const owner = await Api.signIn(store, sample("owner"));
    const { id } = await owner.staff(sample("fulfilment"));
    await signIn(page, sample("owner"), `${store.url}/staff/${id}`);
    await store.stop();
    store = await Backend.start({ after: store, clockAheadHours: 1 });
    await page.getByRole("button", { name: "Revoke access" }).click();
    const revoke = page.getByRole("dialog", { name: /^Revoke access for/ });
    await revoke.getByRole("button", { name: "Revoke access" }).click();
    const asked = page.getByRole("dialog", { name: "Confirm it is you" });
    await noBarriers(page);
    await asked.getByLabel("Present password", { exact: true }).fill("a long enough sample password");
    await page.keyboard.press("Enter");
    await expect(revoke).toHaveCount(0);
    await expect(page.getByText(/no longer has access/)).toBeVisible();
  } finally {
    await store.remove();
  }
});

test("a sign-in on a device never used before is seen, and said to be one's own", async ({ page, browser, store }) => {
  const email = "two-devices@example.test";
  await joined(store, email, "Dua Gawai");
  await signIn(page, email, "/profile", PASSWORD);
  const elsewhere = await browser.newContext({ baseURL: store.url });
  await signIn(await elsewhere.newPage(), email, "/", PASSWORD);
  const card = page.getByRole("region", { name: "Where you are signed in" });
  await expect(page.getByText("Somebody signed in to your account on a new device.")).toBeVisible();
  const question = card.getByRole("listitem").filter({ hasNotText: "This device" }).filter({ hasText: "Was this you?" });
  await expect(question.first()).toBeVisible();
  await noBarriers(page);
  const count = await question.count();
  await question.first().getByRole("button", { name: "Yes, it was me" }).click();
  await expect(question).toHaveCount(count - 1);
  await elsewhere.close();
});
