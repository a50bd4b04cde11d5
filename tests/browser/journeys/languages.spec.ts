// Three languages, complete; only the chosen one is downloaded; the choice is the account's.
import { Api } from "../support/api.ts";
import { PASSWORD } from "../support/backend.ts";
import { PATHS } from "../support/people.ts";
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
      // The words of all other pages follow once this one stands.
      await expect.poll(() => downloaded).toEqual([`/locales/${language.tag}.json`, `/locales/${language.tag}.more.json`]);
    });
  });
}

for (const locale of ["en-GB", "sv-SE", "id-ID"]) {
  test.describe(`${locale} on a phone`, () => {
    test.use({ locale, viewport: { width: 360, height: 740 } });

    test(`no page scrolls sideways in ${locale} at 360 pixels, and each has words`, async ({ page, store }) => {
      const owner = await Api.signIn(store, sample("owner"));
      const { id } = await owner.staff(sample("marketing"));
      await page.goto("/");
      await page.locator("input[type=email]").fill(sample("owner"));
      await page.locator("input[type=password]").fill(PASSWORD);
      await page.keyboard.press("Enter");
      await expect(page.getByRole("banner")).toBeVisible();
      for (const path of [...PATHS.map(([path]) => path), `/staff/${id}`, "/staff?tab=invited", "/staff?tab=former", "/nowhere"]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(/\S/);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wider, path).toBeLessThanOrEqual(0);
      }
    });
  });
}

test("the language is chosen in the profile, works at once, and follows the account", async ({ page, browser, store }) => {
  // A person of this journey's own: the language stays with the account.
  const email = "polyglot@example.test";
  const { path } = await (await Api.signIn(store, sample("owner"))).invite(email, ["products.view"]);
  const joined = await Api.signedOut(store).call("POST", `/invitations/${path.split("/").at(-1)}`, { name: "Polly Glott", password: PASSWORD });
  expect(joined.status).toBe(201);
  await signIn(page, email, "/profile");
  await page.getByRole("radio", { name: "Svenska" }).check({ force: true });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Min profil");
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page).toHaveTitle(/^Min profil/);

  const elsewhere = await (await browser.newContext({ baseURL: store.url, locale: "en-GB" })).newPage();
  await elsewhere.goto("/profile");
  await fillSignIn(elsewhere, email);
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Min profil");
  await elsewhere.context().close();

  await page.getByRole("radio", { name: "Bahasa Indonesia" }).check({ force: true });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Profil saya");
  // It is spoken at once, and kept when that is said.
  await expect(page.getByText("Bahasa diubah.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Profil saya");
});
