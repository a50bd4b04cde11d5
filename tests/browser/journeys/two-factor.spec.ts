// Two-step sign-in: set up with an app, asked for at the door, got round with a recovery code, reset by the owner, turned off.
import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { inEveryColour } from "../support/barriers.ts";
import { Backend } from "../support/backend.ts";
import { joined, PASSWORD } from "../support/joined.ts";
import { expect, fillSignIn, menu, sample, signIn, test } from "../support/test.ts";

/** What an authenticator app shows: RFC 6238 with six digits and thirty seconds; `steps` later than now. */
function code(secret: string, steps = 0): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac("sha1", key).update(counter).digest();
  const number = hash.readUInt32BE(hash[19]! & 15) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, "0");
}

test("with an app, a code is asked for from then on, and a recovery code does instead", async ({ page, context, store }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const email = "two-steps@example.test";
  await joined(store, email, "Tove Steg");
  await signIn(page, email, "/profile", PASSWORD);
  const card = page.getByRole("region", { name: "Two-step sign-in" });
  await card.getByRole("button", { name: "Set up" }).click();
  await card.getByLabel("Present password", { exact: true }).fill("not the password at all");
  await card.getByRole("button", { name: "Continue" }).click();
  await expect(card.getByRole("alert")).toBeVisible();
  await card.getByRole("alert").getByRole("link").click();
  await expect(card.getByLabel("Present password", { exact: true })).toBeFocused();
  await inEveryColour(page, "a wrong password before setting up");
  await card.getByLabel("Present password", { exact: true }).fill(PASSWORD);
  await card.getByRole("button", { name: "Continue" }).click();

  await expect(card.getByRole("heading", { name: "Two-step sign-in" })).toBeFocused();
  await expect(card.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
  await inEveryColour(page, "the QR code");
  const secret = await card.getByLabel("Or type this key by hand").inputValue();
  await card.getByRole("textbox", { name: "Code", exact: true }).fill(code(secret, 1000));
  await card.getByRole("button", { name: "Turn on" }).click();
  await expect(card.getByRole("alert")).toBeVisible();
  await card.getByRole("textbox", { name: "Code", exact: true }).fill(code(secret));
  await card.getByRole("button", { name: "Turn on" }).click();

  const list = card.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(list).toHaveCount(10);
  await inEveryColour(page, "recovery codes");
  const codes = await list.allTextContents();
  await card.getByRole("button", { name: "Copy" }).click();
  await expect(card.getByText("Copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes.join(" "));
  const saving = page.waitForEvent("download");
  await card.getByRole("link", { name: "Download as text" }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe("latchkey-recovery-codes.txt");
  expect(await readFile(await file.path(), "utf8")).toBe(`${codes.join("\n")}\n`);
  await card.getByRole("button", { name: "I have kept them" }).click();
  await expect(card).toContainText("10 recovery codes are left.");

  await context.clearCookies();
  await page.goto("/profile");
  await fillSignIn(page, email, PASSWORD);
  const asked = page.getByRole("textbox", { name: /code/i });
  await expect(asked).toBeVisible();
  await inEveryColour(page, "a code at the door");
  await asked.fill(codes[0]!);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(card).toContainText("9 recovery codes are left.");

  await card.getByRole("button", { name: "New recovery codes" }).click();
  await card.getByLabel("Present password", { exact: true }).fill(PASSWORD);
  await card.getByRole("button", { name: "New recovery codes" }).click();
  await expect(list).toHaveCount(10);
  expect(await list.allTextContents()).not.toContain(codes[1]);
  await card.getByRole("button", { name: "I have kept them" }).click();
  await expect(card).toContainText("10 recovery codes are left.");

  await card.getByRole("button", { name: "Turn off" }).click();
  await card.getByLabel("Present password", { exact: true }).fill(PASSWORD);
  await card.getByRole("button", { name: "Turn off" }).click();
  await expect(card.getByRole("button", { name: "Set up" })).toBeVisible();
  await context.clearCookies();
  await signIn(page, email, "/profile", PASSWORD);
});

test("the owner sees who has it, and takes it away from whoever lost the phone", async ({ page, store }) => {
  const email = "lost-phone@example.test";
  const id = await joined(store, email, "Lova Tapp");
  const person = await Api.signIn(store, email, PASSWORD);
  const started = await person.call("POST", "/profile/two-factor", { current: PASSWORD });
  await person.call("PUT", "/profile/two-factor", { code: code(started.body.secret) });

  await signIn(page, sample("owner"), `/staff/${id}`);
  await expect(page.getByText("Two-step sign-in", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Reset two-step sign-in" }).click();
  const dialog = page.getByRole("dialog", { name: "Reset two-step sign-in of Lova Tapp?" });
  await expect(page.getByRole("dialog")).toBeVisible();
  await inEveryColour(page, "resetting two-step sign-in");
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "Reset two-step sign-in" }).click();
  await dialog.getByRole("button", { name: "Reset two-step sign-in" }).click();
  await expect(page.getByText("Lova Tapp can sign in with the password alone now.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Reset two-step sign-in" })).toHaveCount(0);
  await Api.signIn(store, email, PASSWORD);
});

test("the owner requires it: of one person on their page, of all under Onboarding, and whoever lacks it sets it up first", async ({ page, browser }) => {
  const store = await Backend.start();
  const email = "required@example.test";
  const id = await joined(store, email, "Rebecka Krav");
  const theirs = await (await browser.newContext({ baseURL: store.url })).newPage();
  await signIn(theirs, email, "/sales/orders", PASSWORD);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Orders");

  await signIn(page, sample("owner"), `${store.url}/staff/${id}`);
  await page.getByRole("checkbox", { name: "Require two-step sign-in" }).check();
  await expect(page.getByRole("complementary", { name: "Changes" })).toContainText("Require two-step sign-in");
  await page.getByRole("button", { name: "Save permissions" }).click();
  await expect(page.getByRole("main").getByText("Getting started", { exact: true })).toBeVisible();

  // The open page follows; the step leads to where it is set up, and the recovery codes stay until they are put away.
  await theirs.getByRole("link", { name: "Take the steps" }).click();
  await inEveryColour(theirs, "the step that asks for two-step sign-in");
  await theirs.getByRole("link", { name: "Set up two-step sign-in" }).click();
  const card = theirs.getByRole("region", { name: "Two-step sign-in" });
  await card.getByRole("button", { name: "Set up" }).click();
  await card.getByLabel("Present password", { exact: true }).fill(PASSWORD);
  await card.getByRole("button", { name: "Continue" }).click();
  const secret = await card.getByLabel("Or type this key by hand").inputValue();
  await card.getByRole("textbox", { name: "Code", exact: true }).fill(code(secret));
  await card.getByRole("button", { name: "Turn on" }).click();
  await expect.poll(() => menu(theirs)).toEqual(["Overview", "Orders"]);
  await expect(card.getByRole("list", { name: "Recovery codes" }).getByRole("listitem")).toHaveCount(10);
  await card.getByRole("button", { name: "I have kept them" }).click();
  await expect(card).toContainText("The owner of the store requires it of you.");
  await expect(card.getByRole("button", { name: "Turn off" })).toHaveCount(0);

  // Of all: the list says who has it and who does not.
  await page.goto(`${store.url}/staff/onboarding`);
  await page.getByRole("radio", { name: "Everybody on the staff" }).check();
  await inEveryColour(page, "two-step sign-in for everybody");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Saved\. \d+ people have a step to take before going on\.$/)).toBeVisible();
  await page.goto(`${store.url}/staff`);
  await page.getByLabel("Two-step sign-in", { exact: true }).selectOption({ label: "On" });
  await expect(page.getByRole("row", { name: /Rebecka Krav/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Budi Santoso/ })).toHaveCount(0);
  await page.getByLabel("Two-step sign-in", { exact: true }).selectOption({ label: "Off" });
  await expect(page.getByRole("row", { name: /Budi Santoso/ })).toContainText("Getting started");
  await theirs.context().close();
  await store.remove();
});
