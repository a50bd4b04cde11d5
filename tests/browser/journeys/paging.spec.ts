// Paging through ten thousand orders: a page that has been left leaves nothing behind.
import type { CDPSession } from "@playwright/test";
import { Backend } from "../support/backend.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

const ORDERS = 10_000;
const A_PAGE = 50;
/** What another twenty pages may weigh and hold, where the first of them weighed and held 1. */
const FLAT = 1.15;

interface Weight {
  /** Bytes of JavaScript, and of the program's own memory, which never shrinks. */
  readonly bytes: number;
  /** Elements and texts, those included that are on no page any more and still held. */
  readonly nodes: number;
  readonly listeners: number;
}

async function weigh(session: CDPSession): Promise<Weight> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = (await session.send("Runtime.getHeapUsage")) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return { bytes: usedSize + (backingStorageSize ?? 0), nodes, listeners: jsEventListeners };
}

test("memory stays flat while paging through ten thousand orders", async ({ page }) => {
  test.setTimeout(240_000);
  const backend = await Backend.start({ sampleSize: "4" });
  try {
    await signIn(page, sample("owner"), `${backend.url}/sales/orders`);
    const next = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next" });
    const number = (value: number) => value.toLocaleString("en");
    const shown = (at: number) => page.getByText(`${number(at * A_PAGE + 1)}–${number((at + 1) * A_PAGE)} of ${number(ORDERS)}`);
    const session = await page.context().newCDPSession(page);
    const weights: Weight[] = [];
    await expect(shown(0)).toBeVisible();
    for (let at = 1; at < ORDERS / A_PAGE; at += 1) {
      await next.click();
      await expect(shown(at)).toBeFocused();
      if (at % 20 === 0) weights.push(await weigh(session));
    }
    await expect(next).toHaveCount(0);
    const [first, ...later] = weights;
    for (const weight of later) {
      expect(weight.bytes, JSON.stringify(weights)).toBeLessThan(first!.bytes * FLAT);
      expect(weight.nodes, JSON.stringify(weights)).toBeLessThan(first!.nodes * FLAT);
      expect(weight.listeners, JSON.stringify(weights)).toBeLessThan(first!.listeners * FLAT);
    }
  } finally {
    await backend.remove();
  }
});
