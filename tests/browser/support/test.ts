// What every journey starts from: a sample store of its own file's, a page that hears the console, and people who sign in.
import { test as base, expect, type Page } from "@playwright/test";
import { Backend, PASSWORD } from "./backend.ts";

interface Worker {
  /** The sample store, shared by the journeys of one worker: they only read it, or work on people they invite. */
  store: Backend;
}

interface Each {
  /** What the browser's console and the page's errors said. */
  complaints: string[];
}

export const test = base.extend<Each, Worker>({
  store: [
    async ({}, use) => {
      const store = await Backend.start();
      await use(store);
      await store.remove();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ store }, use) => use(store.url),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (!isExpected(message.text())) complaints.push(`${message.type()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
      await use(complaints);
      expect(complaints, "the console stays silent").toEqual([]);
    },
    { auto: true },
  ],
});

/** Chromium itself writes a line for every answer of 400 and above, and for every lost connection. */
function isExpected(text: string): boolean {
  return text.startsWith("Failed to load resource:");
}

export { expect };

/** A person of the sample store. */
export function sample(name: string): string {
  return `${name}@example.test`;
}

/** Signs in through the form on the page that is open. */
export async function fillSignIn(page: Page, email: string, password: string = PASSWORD): Promise<void> {
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Opens a path as a person of the sample store. */
export async function signIn(page: Page, email: string, path = "/", password: string = PASSWORD): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await fillSignIn(page, email, password);
  await expect(page.getByRole("banner")).toBeVisible();
}

/** The names in the store menu, in order. */
export async function menu(page: Page): Promise<string[]> {
  return page.getByRole("navigation", { name: "Store menu" }).getByRole("link").allTextContents();
}

/** Opens the menu of whoever is signed in. */
export async function openPersonMenu(page: Page): Promise<void> {
  await page.getByRole("banner").getByRole("button", { expanded: false }).and(page.locator(".menu-toggle")).click();
}
