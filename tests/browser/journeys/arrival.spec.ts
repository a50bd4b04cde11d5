// Arrival: a dead link that asks for a new one.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

async function noBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(", ")}`)).toEqual([]);
}

test("a dead link asks the owner for a new one, who sends it with one click or dismisses it", async ({ page, browser, store }) => {
  const owner = await Api.signIn(store, sample("owner"));
  const { id, path } = await owner.invite("asks@example.test", ["orders.view"], "Asti Asks");
  expect((await owner.call("POST", `/staff/${id}/invitation`)).status).toBe(201);
  await signIn(page, sample("owner"), `/staff/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Asti Asks");

  const theirs = await browser.newContext({ baseURL: store.url });
  const guest = await theirs.newPage();
  await guest.goto(path);
  await guest.getByRole("button", { name: "Ask for a new invitation" }).click();
  await expect(guest.getByRole("heading", { name: "Your request is on its way" })).toBeVisible();
  await noBarriers(guest);

  // The owner's open page follows, and so does the list.
  const request = page.getByRole("region", { name: "Asti Asks asks for a new invitation" });
  await expect(request).toBeVisible();
  await noBarriers(page);
  await request.getByRole("button", { name: "Send the invitation again" }).click();
  const link = await page.getByRole("dialog").getByLabel("Invitation link").inputValue();
  await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
  await expect(request).toHaveCount(0);
  await guest.goto(new URL(link).pathname);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Join Kunci & Nyckel");

  // Asked once more with the first link, and left without an answer.
  await guest.goto(path);
  await guest.getByRole("button", { name: "Ask for a new invitation" }).click();
  await expect(guest.getByRole("heading", { name: "Your request is on its way" })).toBeVisible();
  await page.goto("/staff?tab=invited");
  await expect(page.getByRole("row", { name: /Asti Asks/ })).toContainText("Asks for a new invitation");
  await page.goto(`/staff/${id}`);
  await request.getByRole("button", { name: "Dismiss request" }).click();
  await expect(page.getByText("The request of Asti Asks is dismissed.")).toBeVisible();
  await expect(request).toHaveCount(0);
  await theirs.close();
});
