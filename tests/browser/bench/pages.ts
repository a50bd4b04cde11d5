// How long a person waits for the staff list and for the permission form: medians of several visits, each in a browser
// that has seen nothing before. A measurement and no test: nothing here can be right or wrong.
import { test, type Browser, type Page } from "@playwright/test";
import { Backend, PASSWORD } from "../support/backend.ts";

const VISITS = 5;
const PEOPLE = 30;
/** A connection as on the road: 9 Mbit/s, 40 ms there and back, and a quarter of this machine's speed. */
const SLOW = { downloadThroughput: (9_000_000 / 8) | 0, uploadThroughput: (1_500_000 / 8) | 0, latency: 40, offline: false };
const SLOWER_BY = 4;

/** In the page: milliseconds from `begun` until something matches, seen before the next frame is painted. */
function watch(): void {
  const seen = (name: string, selector: string, begun: number) => {
    const look = () => {
      if (document.querySelector(selector)) document.documentElement.dataset[name] = String(performance.now() - begun);
      else requestAnimationFrame(look);
    };
    look();
  };
  document.addEventListener("DOMContentLoaded", () => seen("list", "main table tbody tr td a", 0));
  document.addEventListener("click", (event) => seen("form", "main form fieldset input[type=checkbox]", event.timeStamp), true);
}

async function figure(page: Page, name: string): Promise<number> {
  const value = await page.waitForFunction((name) => document.documentElement.dataset[name], name);
  return Number(await value.jsonValue());
}

async function visit(browser: Browser, store: Backend, slow: boolean): Promise<{ list: number; form: number }> {
  const context = await browser.newContext({ baseURL: store.url, viewport: { width: 1280, height: 900 } });
  await context.request.post(`${store.api}/session`, {
    data: { email: "owner@example.test", password: PASSWORD },
    headers: { Origin: store.url },
  });
  const page = await context.newPage();
  await page.addInitScript(watch);
  if (slow) {
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", SLOW);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_BY });
  }
  await page.goto("/staff");
  const list = await figure(page, "list");
  await page.getByRole("link", { name: /^Edit permissions/ }).first().click();
  const form = await figure(page, "form");
  await context.close();
  return { list, form };
}

function median(figures: number[]): number {
  return Math.round([...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)]!);
}

test("pages", async ({ browser }) => {
  test.setTimeout(300_000);
  const store = await Backend.start();
  const owner = await browser.newContext({ baseURL: store.url, extraHTTPHeaders: { Origin: store.url } });
  await owner.request.post(`${store.api}/session`, { data: { email: "owner@example.test", password: PASSWORD } });
  for (let n = 0; n < PEOPLE; n += 1) {
    await owner.request.post(`${store.api}/staff`, { data: { email: `person${n}@example.test`, permissions: ["orders.view"] } });
  }
  for (const slow of [false, true]) {
    const visits = [];
    for (let n = 0; n < VISITS; n += 1) visits.push(await visit(browser, store, slow));
    const [list, form] = [median(visits.map((visit) => visit.list)), median(visits.map((visit) => visit.form))];
    console.log(`${slow ? "9 Mbit/s, a quarter of the speed" : "this machine"}: list ${list} ms, form ${form} ms after the click`);
  }
  await store.remove();
});
