// Confirming in place that it is oneself, and a forgotten password by mail.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { inEveryColour, noBarriers } from "../support/barriers.ts";
import { Backend, PASSWORD as SAMPLE } from "../support/backend.ts";
import { joined, PASSWORD } from "../support/joined.ts";
import { expect, fillSignIn, sample, signIn, test } from "../support/test.ts";

const NEW = "kucing tidur di atas meja";

/** A store where a proof holds for so long only, in seconds. */
const SHORT = 4;

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

/** Waits until the proof that signing in was has grown old. */
async function untilStale(page: Page, store: Backend): Promise<void> {
  const status = async () => (await page.request.get(`${store.api}/session/proof`)).status();
  await expect.poll(status, { timeout: (SHORT + 10) * 1000 }).toBe(401);
}

test("a forgotten password is chosen anew with a link that comes by mail", async ({ page, store }) => {
  const email = "forgetful@example.test";
  await joined(store, email, "Gunilla Glömsk");
  await page.goto("/");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await expect(page.getByRole("heading", { name: "A new password" })).toBeFocused();
  await inEveryColour(page, "a forgotten password");
  await page.getByRole("textbox", { name: "Email" }).fill("nobody-at-all@example.test");
  await page.getByRole("button", { name: "Send the link" }).click();
  const told = await page.getByText(/a link is on its way/).textContent();
  await page.getByRole("button", { name: "Use another address" }).click();
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(/a link is on its way/)).toHaveText(told!.replace("nobody-at-all@example.test", email));
  await inEveryColour(page, "a link on its way");

  let link: string | undefined;
  await expect(async () => expect((link = await linkTo(store, email))).toBeDefined()).toPass();
  // A mail program that opens it first uses nothing up.
  await page.goto(link!);
  await page.goto(link!);
  await expect(page.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
  await inEveryColour(page, "choosing a new password");
  await page.getByLabel("New password", { exact: true }).fill(NEW);
  await page.getByRole("button", { name: "Save password" }).click();
  await expect(page.getByRole("heading", { name: "Your password is changed" })).toBeVisible();
  await page.getByRole("link", { name: "Sign in" }).click();
  await fillSignIn(page, email, NEW);
  await expect(page.getByRole("banner")).toBeVisible();

  await page.goto(link!);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await inEveryColour(page, "a dead link for a new password");
});

test("the owner has a link sent, and never sees it", async ({ page, store }) => {
  const email = "helped@example.test";
  const id = await joined(store, email, "Hadi Hilang");
  await signIn(page, sample("owner"), `/staff/${id}`);
  await page.getByRole("button", { name: "Send a link for a new password" }).click();
  const dialog = page.getByRole("dialog", { name: "Send Hadi Hilang a link for a new password?" });
  await expect(page.getByRole("dialog")).toBeVisible();
  await inEveryColour(page, "sending a link");
  await dialog.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("A link for a new password is on its way to Hadi Hilang.")).toBeVisible();
  const link = await linkTo(store, email);
  expect(link).toBeDefined();
  await expect(page.getByText(link!.slice("/reset/".length))).toHaveCount(0);
});

test("it is asked in place who it is, what was typed stays, and what was begun goes on by itself", async ({ page }) => {
  const store = await Backend.start({ proofSeconds: SHORT });
  try {
    const owner = await Api.signIn(store, sample("owner"));
    const { id } = await owner.staff(sample("manager"));
    await signIn(page, sample("owner"), `${store.url}/staff/${id}`);
    await page.getByLabel("Name", { exact: true }).fill("Budi the Second");
    await untilStale(page, store);
    await page.getByRole("button", { name: "Save permissions" }).click();
    const asked = page.getByRole("dialog", { name: "Confirm it is you" });
    await expect(asked).toBeVisible();
    await expect(page).toHaveURL(`${store.url}/staff/${id}`);
    await inEveryColour(page, "confirming that it is oneself");
    // Whoever would rather not loses nothing.
    await asked.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("alert")).toContainText("you did not confirm that it is you");
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Budi the Second");

    await page.getByRole("button", { name: "Save permissions" }).click();
    await asked.getByLabel("Present password", { exact: true }).fill("not the password at all");
    await asked.getByRole("button", { name: "Confirm" }).click();
    await expect(asked.getByRole("alert")).toContainText("not your present password");
    await asked.getByLabel("Present password", { exact: true }).fill(SAMPLE);
    await asked.getByRole("button", { name: "Confirm" }).click();
    await expect(asked).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Budi the Second");
    expect((await owner.staff(sample("manager"))).name).toBe("Budi the Second");
  } finally {
    await store.remove();
  }
});

test("a file is fetched once it is known who asks", async ({ page }) => {
  const store = await Backend.start({ proofSeconds: SHORT });
  try {
    await signIn(page, sample("owner"), `${store.url}/staff/activity`);
    const link = page.getByRole("main").getByRole("link", { name: /CSV/ });
    await expect(link).toBeVisible();
    await untilStale(page, store);
    const file = page.waitForEvent("download");
    await link.click();
    const asked = page.getByRole("dialog", { name: "Confirm it is you" });
    await asked.getByLabel("Present password", { exact: true }).fill(SAMPLE);
    await asked.getByRole("button", { name: "Confirm" }).click();
    expect((await file).suggestedFilename()).toBe("activity.csv");
    await expect(page).toHaveURL(`${store.url}/staff/activity`);
    await expect(asked).toHaveCount(0);
  } finally {
    await store.remove();
  }
});

test("a revocation asks in its own place, over its dialog", async ({ page }) => {
  const store = await Backend.start({ proofSeconds: SHORT });
  try {
    const owner = await Api.signIn(store, sample("owner"));
    const { id } = await owner.staff(sample("fulfilment"));
    await signIn(page, sample("owner"), `${store.url}/staff/${id}`);
    await page.getByRole("button", { name: "Revoke access" }).click();
    const revoke = page.getByRole("dialog", { name: /^Revoke access for/ });
    await expect(revoke).toBeVisible();
    await untilStale(page, store);
    await revoke.getByRole("button", { name: "Revoke access" }).click();
    const asked = page.getByRole("dialog", { name: "Confirm it is you" });
    await noBarriers(page);
    await asked.getByLabel("Present password", { exact: true }).fill(SAMPLE);
    await page.keyboard.press("Enter");
    await expect(revoke).toHaveCount(0);
    await expect(page.getByText(/no longer has access/)).toBeVisible();
  } finally {
    await store.remove();
  }
});
