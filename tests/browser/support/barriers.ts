// Looks at what is on the screen with axe: as it stands, or in every way that a person may see it.
import axe from "axe-core";
import { expect, type Page } from "@playwright/test";

/** How the screen is to be seen. */
const LOOKS = [
  { name: "light", colorScheme: "light", forcedColors: "none" },
  { name: "dark", colorScheme: "dark", forcedColors: "none" },
  { name: "forced colours", colorScheme: "light", forcedColors: "active" },
] as const;

/** Desktop and phone, in pixels. */
const WIDTHS = [1280, 360];

/** The rules whose answer changes with colours; all others are asked once for each width. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** Nothing keeps anybody out of what is on the screen. `rules` are those to be asked, all where not said. */
export async function noBarriers(page: Page, what = "", rules?: string[]): Promise<void> {
  // What is still appearing is judged as it will be when it has appeared, in the colours that have just been asked for; what
  // turns for ever goes on turning.
  await page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    }
  });
  // Brought once for each document, and asked for nothing but what it finds: what it found in order is most of its answer, and
  // takes longer to tell than to look at.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (rules) => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run({ runOnly: rules, resultTypes: ["violations"] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  }, rules);
  expect(violations, what).toEqual([]);
}

/** The same in light, dark and forced colours, as wide as the page is: what is looked at on the way, and need not be prepared
 * once more for a look at all of it. */
export async function inEveryColour(page: Page, what: string): Promise<void> {
  for (const { name, ...media } of LOOKS) {
    await page.emulateMedia({ reducedMotion: "reduce", ...media });
    await noBarriers(page, `${what}, in ${name}`, name === "light" ? undefined : OF_COLOURS);
  }
  await page.emulateMedia({ reducedMotion: null, colorScheme: null, forcedColors: null });
}

/** The same wide and on a phone, where nothing scrolls sideways either. */
export async function inEveryLook(page: Page, what: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const { name, ...media } of LOOKS) {
      await page.emulateMedia({ reducedMotion: "reduce", ...media });
      const seen = `${what}, in ${name} at ${width} pixels`;
      await noBarriers(page, seen, name === "light" ? undefined : OF_COLOURS);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${what}: no sideways scrolling at ${width} pixels`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: WIDTHS[0]!, height: 800 });
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light", forcedColors: "none" });
}
