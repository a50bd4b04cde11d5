// Themes are files beside the app: edited, reloaded, seen; no build. And the person's own choice of light or dark.
import { copyFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Backend } from "../support/backend.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

test("a designer edits theme.css beside the app, and a reload shows it", async ({ page }) => {
  const assets = await mkdtemp(join(tmpdir(), "latchkey-assets-"));
  await cp(process.env.LATCHKEY_ASSETS!, assets, { recursive: true });
  const store = await Backend.start({ assets });
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  await page.goto(store.url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  const before = await background();
  const theme = join(assets, "theme/theme.css");
  await writeFile(theme, `${await readFile(theme, "utf8")}\nhtml { background: rgb(1, 2, 3) }\n`);
  await page.reload();
  await expect.poll(background).toBe("rgb(1, 2, 3)");

  // The example theme is complete and visibly another one.
  await copyFile(join(assets, "theme/examples/midnatt.css"), theme);
  await page.reload();
  await expect.poll(background).not.toBe("rgb(1, 2, 3)");
  expect(await background()).not.toBe(before);
  await store.remove();
  await rm(assets, { recursive: true });
});

test("light, dark and as the system: chosen, kept, and never flashed", async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await signIn(page, sample("accountant"), "/profile");
  const light = await background();
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My profile");
  expect(await background()).toBe(dark);
  await page.getByRole("radio", { name: "Light" }).check({ force: true });
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await background()).toBe(light);
  await page.getByRole("radio", { name: "System" }).check({ force: true });
  await expect.poll(background).toBe(dark);
});
