// Letters: what the owner sees of one that does not arrive, and does about it.
import { Api } from "../support/api.ts";
import { Backend } from "../support/backend.ts";
import { inEveryLook } from "../support/barriers.ts";
import { MailServer } from "../support/mail-server.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

test("an invitation that cannot be delivered is said at once, and its new link is copied", async ({ page, context }) => {
  const mail = await MailServer.start("lost@example.test");
  mail.refusal = "550 5.1.1 no such person here";
  const backend = await Backend.start({ mailPort: mail.port });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: backend.url });
  const at = (path: string) => new URL(path, backend.url).href;
  await signIn(page, sample("owner"), at("/staff?tab=invited"));
  const owner = await Api.signIn(backend, sample("owner"));
  const { id, path } = await owner.invite("lost@example.test", ["orders.view"], "Lia Lost");

  // Without a reload, in the list and above it.
  const row = page.getByRole("row", { name: /Lia Lost/ });
  await expect(row).toContainText("Not delivered");
  await expect(page.getByText("One letter could not be delivered.")).toBeVisible();
  await page.getByRole("link", { name: "See letters" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Letters");
  const letter = page.getByRole("listitem").filter({ hasText: "lost@example.test" });
  await expect(letter).toContainText("The mail server refused the letter.");
  await expect(letter).toContainText("no such person here");
  await inEveryLook(page, "letters, one not delivered");

  // Its new letter is refused as well: the link is there all the same, and it is not the earlier one.
  await letter.getByRole("button", { name: "Make a new link" }).click();
  const dialog = page.getByRole("dialog");
  const link = await dialog.getByLabel("Invitation link").inputValue();
  expect(new URL(link).pathname).not.toBe(path);
  await dialog.getByRole("button", { name: "Copy link" }).click();
  await expect(dialog.getByText("Copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
  await expect(letter).toContainText("Not delivered");

  // Where the person is it is said too; once the server takes letters, a new one goes out.
  await page.goto(at(`/staff/${id}`));
  await expect(page.getByText("The invitation could not be delivered.", { exact: false })).toBeVisible();
  mail.refusal = "";
  await page.getByRole("button", { name: "Resend invitation" }).click();
  const last = await dialog.getByLabel("Invitation link").inputValue();
  await expect.poll(() => mail.letters.length).toBe(1);
  expect(mail.letters[0]!.replaceAll("=\n", "")).toContain(new URL(last).pathname);

  await page.goto(at("/staff/letters"));
  await expect(page.getByText("No letter is waiting, and none has failed.")).toBeVisible();
  await backend.remove();
  mail.stop();
});

test("a letter that waits for its server is thrown away", async ({ page }) => {
  const mail = await MailServer.start("slow@example.test");
  mail.refusal = "451 4.7.1 come back later";
  const backend = await Backend.start({ mailPort: mail.port });
  await (await Api.signIn(backend, sample("owner"))).invite("slow@example.test", ["orders.view"], "Sol Slow");
  await signIn(page, sample("owner"), new URL("/staff/letters", backend.url).href);
  const letter = page.getByRole("listitem").filter({ hasText: "slow@example.test" });
  await expect(letter).toContainText("The mail server asked to try again later.");
  await expect(letter).toContainText("tried once");
  await letter.getByRole("button", { name: "Try again" }).click();
  await expect(letter).toContainText("tried 2 times");
  await letter.getByRole("button", { name: "Throw away" }).click();
  await expect(page.getByText("The letter is thrown away.")).toBeVisible();
  await expect(letter).toHaveCount(0);
  await backend.remove();
  mail.stop();
});

test("without a mail server the owner is told where letters lie", async ({ page }) => {
  await signIn(page, sample("owner"), "/staff");
  await expect(page.getByText("Letters are not sent but kept in a folder: pass links on yourself.")).toBeVisible();
  await page.getByRole("link", { name: "See letters" }).click();
  await expect(page.getByRole("heading", { name: "Letters are not sent" })).toBeVisible();
  await expect(page.getByText("in the folder “outbox”", { exact: false })).toBeVisible();
});
