// Three languages, complete; only the chosen one is downloaded; the choice is the account's.
import { expect, fillSignIn, sample, signIn, test } from "../support/test.ts";

const LANGUAGES = [
  { tag: "sv", locale: "sv-SE", signIn: "Logga in", staff: "Personalkonton", profile: "Min profil", sales: "Försäljning" },
  { tag: "id", locale: "id-ID", signIn: "Masuk", staff: "Akun staf", profile: "Profil saya", sales: "Penjualan" },
];

for (const language of LANGUAGES) {
  test.describe(language.tag, () => {
    test.use({ locale: language.locale });

    test(`a browser in ${language.tag} is greeted in it, and downloads no other`, async ({ page }) => {
      const downloaded: string[] = [];
      page.on("request", (request) => {
        if (request.url().includes("/locales/")) downloaded.push(new URL(request.url()).pathname);
      });
      await page.goto("/staff");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(language.signIn);
      await expect(page.locator("html")).toHaveAttribute("lang", language.tag);
      await page.locator("input[type=email]").fill(sample("owner"));
      await page.locator("input[type=password]").fill("a long enough sample password");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(language.staff);
      await expect(page.getByRole("heading", { name: language.sales, exact: true })).toBeVisible();
      expect(downloaded).toEqual([`/locales/${language.tag}.json`]);
    });
  });
}

test("the language is chosen in the profile, works at once, and follows the account", async ({ page, browser, store }) => {
  await signIn(page, sample("designer"), "/profile");
  await page.getByRole("radio", { name: "Svenska" }).check({ force: true });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Min profil");
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page).toHaveTitle(/^Min profil/);

  const elsewhere = await (await browser.newContext({ baseURL: store.url, locale: "en-GB" })).newPage();
  await elsewhere.goto("/profile");
  await fillSignIn(elsewhere, sample("designer"));
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Min profil");
  await elsewhere.context().close();

  await page.getByRole("radio", { name: "Bahasa Indonesia" }).check({ force: true });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Profil saya");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Profil saya");
});
