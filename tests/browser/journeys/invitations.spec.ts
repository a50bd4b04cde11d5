// Invitations: sent again, taken back, used up, run out. A dead link says what happened.
import { Api } from "../support/api.ts";
import { inEveryColour } from "../support/barriers.ts";
import { Backend } from "../support/backend.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

const PASSWORD = "correct horse battery staple";

test("sending again kills the earlier link, which says so", async ({ page, browser, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const first = await owner.invite("again@example.test", ["orders.view"]);
  await signIn(page, sample("owner"), "/staff");
  await page.getByRole("link", { name: /^Invited/ }).click();
  const row = page.getByRole("row", { name: /again@example.test/ });
  await expect(row).toContainText("7 days left");
  await row.getByRole("button", { name: "Resend invitation" }).click();
  const link = await page.getByLabel("Invitation link").inputValue();

  const guest = await (await browser.newContext({ baseURL: store.url })).newPage();
  await guest.goto(first.path);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("There is a newer invitation");
  await guest.goto(new URL(link).pathname);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Join Kunci & Nyckel");
  await guest.context().close();
});

test("the link can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn(page, sample("owner"), "/staff/new");
  await page.getByRole("textbox", { name: "Email" }).fill("copy@example.test");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  const link = await page.getByLabel("Invitation link").inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
});

test("cancelling kills the link, which says so", async ({ page, browser, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { path } = await owner.invite("cancelled@example.test", ["orders.view"], "Siti Rahma");
  await signIn(page, sample("owner"), "/staff");
  await page.getByRole("link", { name: /^Invited/ }).click();
  const row = page.getByRole("row", { name: /Siti Rahma/ });
  await row.getByRole("button", { name: "Cancel invitation" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await inEveryColour(page, "cancelling an invitation");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel invitation" }).click();
  await expect(page.getByText("The invitation for Siti Rahma is cancelled.")).toBeVisible();
  await expect(row).toHaveCount(0);

  const guest = await (await browser.newContext({ baseURL: store.url })).newPage();
  await guest.goto(path);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("This invitation was taken back");
  await guest.context().close();
});

test("a link that was used, one that is unknown, and one that has run out each say so", async ({ page, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { path } = await owner.invite("used@example.test", []);
  const token = path.split("/").at(-1);
  await Api.signedOut(store).call("POST", `/invitations/${token}`, { name: "Used Up", password: PASSWORD });
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This invitation has been used");
  await page.goto("/join/nothing-like-a-token");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We can't find this invitation");

  // Eight days later, in the same store.
  const today = await Backend.start();
  const late = await (await Api.signIn(today, sample("owner"))).invite("late@example.test", []);
  await today.stop();
  const later = await Backend.start({ after: today, clockAheadHours: 8 * 24 });
  await page.goto(later.url + late.path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This invitation has expired");
  await later.remove();
});

test("a message with the link lies in the outbox", async ({ store }) => {
  const { readdir, readFile } = await import("node:fs/promises");
  const owner = await Api.signIn(store, sample("owner"));
  const { path } = await owner.invite("post@example.test", ["orders.view"], "Ana Post");
  await expect
    .poll(async () => {
      const files = await readdir(`${store.data}/outbox`).catch(() => []);
      const texts = await Promise.all(files.map((file) => readFile(`${store.data}/outbox/${file}`, "utf8")));
      return texts.some((text) => text.includes("post@example.test") && text.replaceAll("=\r\n", "").includes(path));
    })
    .toBe(true);
});
