// Two windows of the owner edit the same person: nobody's work is lost without being asked.
import { Api } from "../support/api.ts";
import { inEveryColour } from "../support/barriers.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

for (const [choice, outcome] of [["Keep my changes", ["carts.view", "orders.view", "products.view"]], ["Take theirs", ["orders.view", "products.view"]]] as const) {
  test(`somebody else saved first: ${choice}`, async ({ page, store }) => {
    const email = `conflict-${choice.replaceAll(" ", "-").toLowerCase()}@example.test`;
    const owner = await Api.signIn(store, sample("owner"));
    const { id } = await owner.invite(email, ["orders.view"], "Two Windows");

    await signIn(page, sample("owner"), `/staff/${id}`);
    await page.getByRole("button", { name: "Fine-tune Sales", exact: true }).click();
    await page.getByRole("checkbox", { name: "See abandoned carts" }).check();

    // The other window is quicker.
    expect((await owner.patch(id, { permissions: ["orders.view", "products.view"] })).status).toBe(200);

    await page.getByRole("button", { name: "Save permissions" }).click();
    await expect(page.getByText("Somebody else saved first")).toBeVisible();
    await expect(page.locator("[data-side=theirs]")).toContainText("See products");
    await expect(page.locator("[data-side=yours]")).toContainText("See abandoned carts");
    if (choice === "Keep my changes") await inEveryColour(page, "two versions of a person");
    await page.getByRole("button", { name: choice }).click();
    if (choice === "Keep my changes") {
      await page.getByRole("button", { name: "Save permissions" }).click();
      await expect(page.getByText(/^Saved\./)).toBeVisible();
    }
    await expect.poll(async () => (await owner.call("GET", `/staff/${id}`)).body.permissions.toSorted()).toEqual(outcome);
  });
}
