// Letters: what the owner sees of one that does not arrive, and does about it.
import { AxeBuilder } from "@axe-core/playwright";
import { Api } from "../support/api.ts";
import { Backend } from "../support/backend.ts";
import { MailServer } from "../support/mail-server.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

test("an invitation that cannot be delivered is said where the person is, and sent again", async ({ page }) => {
  const mail = await MailServer.start();
  mail.refusal = "550 5.1.1 no such person here";
  const backend = await Backend.start({ mailPort: mail.port });
  const at = (path: string) => new URL(path, backend.url).href;
  await signIn(page, sample("owner"), at("/staff?tab=invited"));
  const owner = await Api.signIn(backend, sample("owner"));
  await owner.invite("lost@example.test", ["orders.view"], "Lia Lost");

  // Without a reload, in the list and above it.
  const row = page.getByRole("row", { name: /Lia Lost/ });
  await expect(row).toContainText("Not delivered");
  await expect(page.getByText("One letter could not be delivered.")).toBeVisible();
  await page.getByRole("link", { name: "See letters" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Letters");
  const letter = page.getByRole("listitem").filter({ hasText: "lost@example.test" });
  await expect(letter).toContainText("The mail server refused the letter.");
  await expect(letter).toContainText("no such person here");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await letter.getByRole("link", { name: "Invite again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lia Lost");
  await expect(page.getByText("The invitation could not be delivered.", { exact: false })).toBeVisible();
  mail.refusal = "";
  await page.getByRole("button", { name: "Resend invitation" }).click();
  const link = await page.getByLabel("Invitation link").inputValue();
  await expect.poll(() => mail.taken.length).toBe(1);
  expect(mail.taken[0]!.replaceAll("=\n", "")).toContain(new URL(link).pathname);

  await page.goto(at("/staff/letters"));
  await expect(page.getByText("No letter is waiting, and none has failed.")).toBeVisible();
  await backend.remove();
  mail.stop();
});

test("without a mail server the owner is told that letters reach nobody", async ({ page }) => {
  await signIn(page, sample("owner"), "/staff");
  await expect(page.getByText("Letters are not sent but kept in a folder: pass links on yourself.")).toBeVisible();
  await page.getByRole("link", { name: "See letters" }).click();
  await expect(page.getByRole("heading", { name: "Letters are not sent" })).toBeVisible();
});
