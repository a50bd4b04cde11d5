// Choosing a password, and being told of a sign-in on a device never used before.
import { Api } from "../support/api.ts";
import { inEveryColour } from "../support/barriers.ts";
import { joined, PASSWORD } from "../support/joined.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

const NEW = "kucing tidur di atas meja";

test("whoever joins hears how good a password would be, and why one is not taken", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { path } = await owner.invite("wira.kusuma@example.test", ["orders.view"], "Wira Kusuma");
  await page.goto(path);
  const field = page.getByLabel("Choose a password", { exact: true });
  const said = page.locator("form").getByRole("status");
  await field.fill("wirakusuma");
  await expect(said).toHaveText("Use at least 15 characters. You have 10 so far.");
  await field.fill("wirakusumawirakusuma");
  await expect(said).toHaveText(/it is made of your name/);
  await inEveryColour(page, "how good a password is");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("alert")).toContainText("it is made of your name");
  await expect(field).toHaveValue("wirakusumawirakusuma");
  await field.fill("123456789012345");
  await expect(said).toHaveText(/many people use it/);
  await field.fill(NEW);
  await expect(said).toHaveText("Strong password.");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("banner")).toBeVisible();
});

test("a sign-in on a device never used before is seen, and said to be one's own", async ({ page, browser, store }) => {
  const email = "two-devices@example.test";
  await joined(store, email, "Dua Gawai");
  await signIn(page, email, "/profile", PASSWORD);
  const elsewhere = await browser.newContext({ baseURL: store.url });
  await signIn(await elsewhere.newPage(), email, "/", PASSWORD);
  const card = page.getByRole("region", { name: "Where you are signed in" });
  await expect(page.getByText("Somebody signed in to your account on a new device.")).toBeVisible();
  const question = card.getByRole("listitem").filter({ hasNotText: "This device" }).filter({ hasText: "Was this you?" });
  await expect(question.first()).toBeVisible();
  await inEveryColour(page, "a new device");
  const count = await question.count();
  await question.first().getByRole("button", { name: "Yes, it was me" }).click();
  await expect(question).toHaveCount(count - 1);
  await elsewhere.close();
});
