// A backend that describes a kind of record of its own: the app that is built already has a menu entry, a list and a form
// for it, and holds its rules.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Backend } from "../support/backend.ts";
import { expect, menu, sample, signIn, test } from "../support/test.ts";

const REPAIRS = {
  id: "repairs",
  section: "catalog",
  path: "/catalog/repairs",
  words: { title: { en: "Repairs", sv: "Lagningar" }, create: { en: "Take in a repair" }, empty: { en: "Nothing to mend" } },
  rules: {
    view: { all: ["products.view"] },
    create: { all: ["stock.manage"] },
    edit: { all: ["stock.manage"] },
    delete: { all: ["products.manage"] },
  },
  name: "what",
  columns: ["what", "state"],
  filters: ["state"],
  sorts: ["what"],
  search: true,
  fields: [
    { name: "what", kind: "text", label: { en: "What is broken" } },
    {
      name: "state",
      kind: "choice",
      label: { en: "State" },
      choices: [
        { value: "broken", label: { en: "Broken" }, tone: "attention" },
        { value: "mended", label: { en: "Mended" }, tone: "good" },
      ],
    },
    { name: "fee", kind: "number", label: { en: "Hours of work" }, edit: { all: ["products.manage"] } },
  ],
  schema: {
    type: "object",
    additionalProperties: false,
    required: ["what", "state"],
    properties: {
      what: { type: "string", minLength: 1, maxLength: 100 },
      state: { type: "string", enum: ["broken", "mended"], default: "broken" },
      fee: { type: "number", minimum: 0, maximum: 100 },
    },
  },
};

test("what a backend adds is there without another build of the app", async ({ page }) => {
  const resources = await mkdtemp(join(tmpdir(), "latchkey-resources-"));
  await writeFile(join(resources, "repairs.json"), JSON.stringify(REPAIRS));
  const backend = await Backend.start({ resources });
  try {
    await signIn(page, sample("fulfilment"), backend.url + "/");
    expect(await menu(page)).toEqual(["Overview", "Orders", "Products", "Repairs"]);
    await page.getByRole("link", { name: "Repairs" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Repairs" })).toBeFocused();
    await expect(page.getByText("Nothing to mend")).toBeVisible();
    await page.getByRole("link", { name: "Take in a repair" }).first().click();
    await page.getByRole("textbox", { name: "What is broken" }).fill("Hinge of the shop's door");
    await expect(page.getByText("Hours of work"), "a field with a rule of its own is not to be typed in").toHaveCount(0);
    await page.getByRole("button", { name: "Take in a repair" }).or(page.getByRole("button", { name: "Save" })).click();
    await expect(page.getByRole("heading", { level: 1, name: "Hinge of the shop's door" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);

    await page.context().clearCookies();
    await signIn(page, sample("marketing"), backend.url + "/catalog/repairs");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
  } finally {
    await backend.remove();
    await rm(resources, { recursive: true });
  }
});
