// What the first visit costs: everything the browser downloads up to the staff list, as it travels.
import { expect, fillSignIn, sample, test } from "../support/test.ts";

/** Bytes. */
const BUDGET = 200_000;

test("everything up to the staff list stays within the budget, from this store alone", async ({ page, store }) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const urls = new Map<string, string>();
  const sizes: [url: string, bytes: number][] = [];
  // What is asked for once the list is there, the stream of events above all, is not waited for by anybody.
  let listed = false;
  session.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (!listed) urls.set(requestId, request.url);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId);
    if (url === undefined) return;
    sizes.push([url, encodedDataLength]);
    listed ||= url.includes("/staff?status=");
  });

  await page.goto("/staff");
  await fillSignIn(page, sample("owner"));
  await expect(page.getByRole("table").getByRole("row")).not.toHaveCount(0);
  await expect(page.getByRole("cell", { name: sample("manager") })).toBeVisible();

  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  const list = sizes.map(([url, bytes]) => `${String(bytes).padStart(8)} ${url.replace(store.url, "")}`).join("\n");
  console.log(`${total} bytes in ${sizes.length} requests up to the staff list:\n${list}`);
  expect(total).toBeGreaterThan(50_000);
  expect(total, list).toBeLessThanOrEqual(BUDGET);
  expect(sizes.filter(([url]) => !url.startsWith(store.url) && !url.startsWith("data:"))).toEqual([]);
});

test("a browser without JavaScript gets a sentence", async ({ browser, store }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(store.url);
  const sentence = page.locator("noscript p");
  await expect(sentence).toBeVisible();
  await expect(sentence).toContainText("This page needs JavaScript and WebAssembly");
  await context.close();
});

test("a browser without WebAssembly gets a sentence, and at once", async ({ browser, store }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto(store.url);
  // For whoever only waits for the program it appears after twelve seconds.
  const sentence = page.getByRole("alert");
  await expect(sentence).toBeVisible({ timeout: 5_000 });
  await expect(sentence).toContainText("This page needs WebAssembly");
  await expect(page.locator("#boot .frame")).toBeHidden();
  await expect(page.getByText("Loading…")).toBeHidden();
  await context.close();
});

test("the skeleton is painted before the program arrives", async ({ page }) => {
  await page.route("**/*.wasm", () => undefined); // It never arrives.
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.getByText("Loading…")).toBeAttached();
  await expect(page.locator("#boot .nav")).toBeVisible();
});

test("as long as the words cannot be had the skeleton stands, and the app begins when they can", async ({ page }) => {
  await page.route("**/locales/*.json", (route) => route.abort());
  const refused = page.waitForEvent("requestfailed", (request) => request.url().includes("/locales/"));
  await page.goto("/");
  await refused;
  await expect(page.locator("#boot .nav")).toBeVisible();
  await page.unroute("**/locales/*.json");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await expect(page.locator("#boot")).toHaveCount(0);
});
