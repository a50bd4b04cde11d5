// Handing the store over: offered quietly at the foot of a person's page, taken back, declined, accepted; the menus of both follow.
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { Backend, PASSWORD as SAMPLE } from "../support/backend.ts";
import { noBarriers } from "../support/barriers.ts";
import { MENUS } from "../support/people.ts";
import { expect, fillSignIn, menu, sample, signIn, test } from "../support/test.ts";

/** The card on both pages. */
const CARD = { name: "Ownership of the store" };
/** What is followed within a second. */
const AT_ONCE = { timeout: 1_000 };

/** Waits until a page of this browser holds the stream. */
function streams(context: BrowserContext): Promise<unknown> {
  return context.waitForEvent("response", (response) => response.url().includes("/events"));
}

/** The manager, in a browser of their own, among the own things. */
async function manager(browser: Browser, store: Backend): Promise<Page> {
  const context = await browser.newContext({ baseURL: store.url });
  const page = await context.newPage();
  const stands = streams(context);
  await signIn(page, sample("manager"), "/profile");
  await stands;
  await expect(page.getByText("This device")).toBeVisible();
  return page;
}

/** Offers the store on the page of a person. */
async function offer(page: Page): Promise<void> {
  await page.getByRole("region", CARD).getByRole("button", { name: "Offer the store" }).click();
  const dialog = page.getByRole("dialog", { name: "Offer the store to Budi Santoso?" });
  await dialog.getByRole("button", { name: "Offer the store" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("region", CARD)).toContainText("You have offered the store to Budi Santoso.");
}

test("the owner offers the store, and whoever accepts is the owner at once", async ({ page, browser }) => {
  test.slow();
  // A store of its own: its owner is another in the end.
  const store = await Backend.start();
  try {
    const api = await Api.signIn(store, sample("owner"));
    const { id } = await api.staff(sample("manager"));
    const stands = streams(page.context());
    await signIn(page, sample("owner"), `${store.url}/staff/${id}`);
    await stands;
    const them = await manager(browser, store);
    const theirs = them.getByRole("region", CARD);
    await expect(theirs).toHaveCount(0);

    // It is asked first what it means, and can be left.
    const card = page.getByRole("region", CARD);
    await card.getByRole("button", { name: "Offer the store" }).click();
    const dialog = page.getByRole("dialog", { name: "Offer the store to Budi Santoso?" });
    await expect(dialog).toContainText("You stay on the staff without any permissions, and are signed out everywhere.");
    await expect(dialog).toContainText("Budi Santoso has no two-step sign-in yet.");
    await noBarriers(page);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(card.getByRole("button", { name: "Offer the store" })).toBeFocused();

    // Offered, and taken back; the other's open page follows.
    await offer(page);
    await expect(card.getByRole("heading")).toBeFocused();
    await noBarriers(page);
    await expect(theirs).toContainText("Astrid Lindqvist offers you this store", AT_ONCE);
    await noBarriers(them);
    await card.getByRole("button", { name: "Take back" }).click();
    await expect(page.getByText("The offer is taken back. You stay the owner.")).toBeVisible();
    await expect(card.getByRole("button", { name: "Offer the store" })).toBeVisible();
    await expect(theirs).toHaveCount(0, AT_ONCE);

    // Offered, and declined.
    await offer(page);
    await theirs.getByRole("button", { name: "Decline" }).click();
    await expect(them.getByText("You have declined. Nothing changes.")).toBeVisible();
    await expect(theirs).toHaveCount(0);
    await expect(them.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(card.getByRole("button", { name: "Offer the store" })).toBeVisible();

    // Offered, and accepted: the menu follows without a reload.
    await offer(page);
    expect(await menu(them)).toEqual(MENUS.manager);
    await theirs.getByRole("button", { name: "Accept" }).click();
    const asks = them.getByRole("dialog", { name: "Become the owner of this store?" });
    await expect(asks).toContainText("You take it over from Astrid Lindqvist at once.");
    await noBarriers(them);
    await asks.getByRole("button", { name: "Become the owner" }).click();
    await expect(them.getByText("The store is yours.")).toBeVisible();
    await expect.poll(() => menu(them)).toEqual(MENUS.owner);
    await expect(asks).toHaveCount(0);
    await expect(theirs).toHaveCount(0);
    await expect(them.getByText("You own this store and can do everything.")).toBeVisible();

    // The former owner is signed out everywhere, and comes back as staff who may do nothing.
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
    expect((await api.call("GET", "/session")).status).toBe(401);
    await fillSignIn(page, sample("owner"));
    await expect(page.getByRole("banner")).toBeVisible();
    await expect.poll(() => menu(page)).toEqual(MENUS.nobody);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/You don't have access to this page|No access yet/);

    // To the new owner they are one of the staff.
    await them.getByRole("navigation", { name: "Store menu" }).getByRole("link", { name: "Staff accounts" }).click();
    await expect(them.getByRole("row", { name: /Astrid Lindqvist/ })).toContainText("Active");
    await expect(them.getByRole("row", { name: /Budi Santoso/ })).toHaveCount(0);
    await them.goto("/staff/activity");
    await expect(them.getByText("Budi Santoso became the owner of the store in place of Astrid Lindqvist")).toBeVisible();
    await them.context().close();
  } finally {
    await store.remove();
  }
});

test("whoever is left signed in confirms first that it is them", async ({ page }) => {
  const store = await Backend.start({ proofSeconds: 4 });
  try {
    await signIn(page, sample("manager"), `${store.url}/profile`);
    const owner = await Api.signIn(store, sample("owner"));
    const { id } = await owner.staff(sample("manager"));
    expect((await owner.call("PUT", `/staff/${id}/ownership`)).status).toBe(200);
    const card = page.getByRole("region", CARD);
    await expect(card).toBeVisible();
    const status = async () => (await page.request.get(`${store.api}/session/proof`)).status();
    await expect.poll(status, { timeout: 15_000 }).toBe(401);
    await card.getByRole("button", { name: "Accept" }).click();
    const asks = page.getByRole("dialog", { name: "Become the owner of this store?" });
    await asks.getByRole("button", { name: "Become the owner" }).click();
    const proof = page.getByRole("dialog", { name: "Confirm it is you" });
    await proof.getByLabel("Present password", { exact: true }).fill(SAMPLE);
    await proof.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByText("The store is yours.")).toBeVisible();
    await expect.poll(() => menu(page)).toEqual(MENUS.owner);
  } finally {
    await store.remove();
  }
});
