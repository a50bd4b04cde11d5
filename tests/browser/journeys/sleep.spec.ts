// A laptop that was asleep for an hour: the page knows afterwards what happened meanwhile, and asks for each thing once.
import type { Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { Backend } from "../support/backend.ts";
import { Line } from "../support/line.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

const HOUR = 60 * 60_000;

/** Opens the staff list over a line; what the page asks for of the staff and of the stream is noted. */
async function open(page: Page, line: Line): Promise<{ staff: string[]; streams: string[] }> {
  const asked = { staff: [] as string[], streams: [] as string[] };
  // The page's own clock, which can be moved.
  await page.clock.install();
  const stands = page.context().waitForEvent("response", (response) => response.url().includes("/events"));
  await signIn(page, sample("owner"), `${line.url}/staff?tab=invited`);
  await stands;
  await expect(page.getByRole("row", { name: /newcomer@example.test/ })).toBeVisible();
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname === "/api/v1/staff") asked.staff.push(search);
    if (pathname === "/api/v1/events") asked.streams.push(search);
  });
  return asked;
}

test("what happened in an hour of sleep is there afterwards, and was asked for once", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const line = await Line.to(store.port);
  try {
    const asked = await open(page, line);
    line.sleep();
    await owner.invite("while.asleep@example.test", ["orders.view"], "While Asleep");
    await owner.invite("still.asleep@example.test", ["orders.view"], "Still Asleep");
    line.wake();
    await page.clock.fastForward(HOUR);
    await expect(page.getByRole("row", { name: /While Asleep/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /Still Asleep/ })).toBeVisible();
    // It goes on after the last that it heard, and from then on is told as before.
    expect(asked.streams).toHaveLength(1);
    expect(asked.streams[0]).toMatch(/^\?after=[^&]+\.\d+$/);
    const before = asked.staff.length;
    expect(before).toBeLessThanOrEqual(2);
    await owner.invite("after.sleep@example.test", ["orders.view"], "After Sleep");
    await expect(page.getByRole("row", { name: /After Sleep/ })).toBeVisible({ timeout: 1_000 });
    expect(asked.staff).toHaveLength(before + 1);
    expect(asked.streams).toHaveLength(1);
  } finally {
    line.close();
  }
});

test("what nobody remembers after an hour of sleep is asked for as a whole, once", async ({ page }) => {
  const store = await Backend.start();
  const line = await Line.to(store.port);
  try {
    const asked = await open(page, line);
    line.sleep();
    // Another start remembers nothing of what the one before has told.
    await store.stop();
    await store.run();
    const owner = await Api.signIn(store, sample("owner"));
    await owner.invite("while.asleep@example.test", ["orders.view"], "While Asleep");
    line.wake();
    await page.clock.fastForward(HOUR);
    await expect(page.getByRole("row", { name: /While Asleep/ })).toBeVisible();
    await owner.invite("after.sleep@example.test", ["orders.view"], "After Sleep");
    await expect(page.getByRole("row", { name: /After Sleep/ })).toBeVisible({ timeout: 1_000 });
    expect(asked.streams).toHaveLength(1);
    expect(asked.staff).toHaveLength(2);
  } finally {
    line.close();
    await store.remove();
  }
});
