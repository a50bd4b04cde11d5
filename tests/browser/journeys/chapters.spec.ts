// The program comes in chapters: each is fetched when somebody is about to open it, and can fail to come.
import type { Page } from "@playwright/test";
import { expect, fillSignIn, sample, signIn, test } from "../support/test.ts";

const FORM = "**/staff-form-*.wasm";

/** The names of the parts of the program that the page asks for, without what changes with their content. */
function partsOf(page: Page): string[] {
  const parts: string[] = [];
  page.on("request", (request) => {
    const name = new URL(request.url()).pathname.slice(1);
    if (name.endsWith(".wasm")) parts.push(name.replace(/-[0-9a-f]{16}(_bg)?\.wasm$/, ""));
  });
  return parts;
}

test("a chapter is fetched when somebody points at its link, not before, and never twice", async ({ page }) => {
  const parts = partsOf(page);
  await signIn(page, sample("owner"), "/staff");
  await expect(page.getByRole("cell", { name: sample("manager") })).toBeVisible();
  // The stream of events and how it stands with letters come by themselves as soon as the list is there.
  const byThemselves = ["stream", "letters", "shared"];
  expect(parts.filter((part) => !byThemselves.includes(part))).toEqual(["latchkey-app"]);

  const add = page.getByRole("link", { name: "Add staff member" });
  const fetched = page.waitForResponse(FORM);
  await add.hover();
  await (await fetched).finished();
  await add.click();
  await expect(page.getByRole("textbox", { name: "Email" })).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: "Edit permissions" }).first().click();
  await expect(page.getByRole("button", { name: "Save permissions" })).toBeVisible();
  expect(parts.filter((part) => part === "staff-form")).toHaveLength(1);
  expect(parts).not.toContain("profile");
  expect(parts).not.toContain("doors");
});

test("a chapter that the network does not give: it is said in its place, and comes when asked again", async ({ page }) => {
  await signIn(page, sample("owner"), "/staff");
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.route(/\.wasm$|config\.json$/, (route) => route.abort());
  await page.getByRole("link", { name: "Add staff member" }).click();
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { name: "The store can't be reached" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Store menu" })).toBeVisible();

  await page.unroute(/\.wasm$|config\.json$/);
  await main.getByRole("button", { name: "Retry now" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Add staff member");
  await expect(page.getByRole("textbox", { name: "Email" })).toBeVisible();
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
});

test("a chapter that an update has taken away: the way out is the present program", async ({ page }) => {
  await signIn(page, sample("owner"), "/staff");
  await page.route(FORM, (route) => route.fulfill({ status: 404, body: "There is nothing here.\n" }));
  await page.getByRole("link", { name: "Add staff member" }).click();
  const main = page.getByRole("main");
  await expect(main.getByRole("alert")).toContainText("it may have been updated");

  await page.unroute(FORM);
  await main.getByRole("button", { name: "Retry now" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Add staff member");
});

test("a dialog whose chapter does not come: it is said, and the button works when the line is up again", async ({ page }) => {
  await signIn(page, sample("owner"), "/staff");
  const revoke = page.getByRole("button", { name: /^Revoke access/ }).first();
  await expect(revoke).toBeVisible();
  await page.route(/\.wasm$|config\.json$/, (route) => route.abort());
  await revoke.click();
  await expect(page.getByText("The store can't be reached")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.unroute(/\.wasm$|config\.json$/);
  await revoke.click();
  await expect(page.getByRole("dialog", { name: /^Revoke access for/ })).toBeVisible();
  await page.getByRole("button", { name: "Keep access" }).click();
  await expect(revoke).toBeFocused();
});

test("the first pages have all their words; a chapter waits until the others, and its styles, are there", async ({ page }) => {
  const others = /\.more\.json$|style-more-.*\.css$/;
  await page.route(others, (route) => route.abort());
  const asked = page.waitForEvent("requestfailed", (request) => others.test(request.url()));
  await signIn(page, sample("owner"), "/staff");
  await expect(page.getByRole("cell", { name: sample("manager") })).toBeVisible();
  await asked;
  const mute = await page.locator("a, button, th, label, option, h1, h2, [role=cell] .status").evaluateAll((all) =>
    all.filter((one) => !one.textContent?.trim()).map((one) => one.outerHTML),
  );
  expect(mute).toEqual([]);

  await page.getByRole("link", { name: "Add staff member" }).click();
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { name: "The store can't be reached" })).toBeVisible();
  await page.unroute(others);
  await main.getByRole("button", { name: "Retry now" }).click();
  await expect(page.getByRole("textbox", { name: "Email" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Sales", exact: true })).toHaveCSS("appearance", "none");
});

test("a chapter that is left while it waits for the styles leaves them to the next one", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/style-more-.*\.css$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/staff", { waitUntil: "commit" });
  await fillSignIn(page, sample("owner"));
  await expect(page.getByRole("cell", { name: sample("manager") })).toBeVisible();
  await page.getByRole("link", { name: "Roles" }).click();
  await expect(page).toHaveURL(/\/staff\/roles$/);
  // The page itself has not finished loading.
  await page.goBack({ waitUntil: "commit" });
  await page.getByRole("link", { name: "Add staff member" }).click();
  release();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Add staff member");
});
