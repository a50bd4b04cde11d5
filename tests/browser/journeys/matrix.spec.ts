// The matrix on the screen: for every sample person and three random grants, every resource, field and command is offered
// exactly where its rule says so. The cases are made from what the backend describes, so what is added is covered.
import { type Locator, type Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { type Backend } from "../support/backend.ts";
import { MENUS } from "../support/people.ts";
import { expect, sample, signIn, test } from "../support/test.ts";

type Rule = "owner" | "signedIn" | { all: string[] } | { any: string[] };

interface Asker {
  owner: boolean;
  held: string[];
}

/** What a rule means, said here once more in the plainest way: the module that is tested is not asked. */
function may(asker: Asker, rule: Rule | undefined): boolean {
  if (rule === undefined) return false;
  if (asker.owner || rule === "signedIn") return true;
  if (rule === "owner") return false;
  return "all" in rule ? rule.all.every((id) => asker.held.includes(id)) : rule.any.some((id) => asker.held.includes(id));
}

/** The words of links and buttons in the head of the page. */
async function offered(page: Page): Promise<string[]> {
  return (await page.locator("main .page-actions").getByRole("link").or(page.locator("main .page-actions").getByRole("button")).allTextContents())
    .map((text) => text.trim());
}

/** Waits until a page has what it came for. */
async function opened(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("main .skeleton")).toHaveCount(0);
}

/** Where a field of this name stands: as a column, an input, or something to be read. */
function named(page: Page, field: any): Locator {
  return page.getByRole("main").getByText(field.label.en, { exact: true });
}

async function goInside(page: Page, path: string): Promise<void> {
  // A link of our own: the app stays loaded, as when somebody clicks through the menu.
  await page.evaluate((path) => {
    const link = document.createElement("a");
    link.href = path;
    document.querySelector("main")!.append(link);
    link.click();
    link.remove();
  }, path);
  await expect(page).toHaveURL((url) => url.pathname === path);
}

async function look(page: Page, store: Backend, asker: Asker): Promise<void> {
  const owner = await Api.signIn(store, sample("owner"));
  const asked: string[] = [];
  page.on("request", (request) => asked.push(decodeURIComponent(new URL(request.url()).pathname)));
  const all = (await owner.call("GET", "/resources")).body.items;
  expect(all.length).toBeGreaterThan(20);
  for (const resource of all) {
    await goInside(page, resource.path);
    await opened(page);
    const heading = page.getByRole("heading", { level: 1 });
    const api = `/api/v1/resources/${resource.id}`;
    if (!may(asker, resource.rules.view)) {
      await expect(heading).toHaveText(/You don't have access to this page|There is nothing at this address/);
      expect(asked.filter((path) => path.startsWith(api)), `${resource.id} is not asked for`).toEqual([]);
      continue;
    }
    await expect(heading).not.toHaveText(/You don't have access|nothing at this address/);
    const first = (await owner.call("GET", `/resources/${resource.id}?limit=1`)).body.items[0];
    const denied = resource.fields.filter((field: any) => field.view !== undefined && !may(asker, field.view));
    for (const field of denied) await expect(named(page, field), `${field.name} in the list of ${resource.id}`).toHaveCount(0);
    if (resource.shape !== "one") {
      const here = await offered(page);
      const add = resource.words.create?.en;
      if (add) expect(here.includes(add), `${add} in ${here}`).toBe(may(asker, resource.rules.create));
      expect(here.includes("Download as CSV"), `export of ${resource.id}`).toBe(may(asker, resource.rules.export));
      for (const command of resource.commands ?? []) {
        if (command.target === "list") {
          expect(here.includes(command.label.en), command.id).toBe(may(asker, command.rule));
        }
      }
      if (!first) continue;
      await goInside(page, `${resource.path}/${first.id}`);
      await opened(page);
    }
    const record = (await owner.call("GET", `/resources/${resource.id}/${first.id}`)).body;
    const here = await offered(page);
    for (const command of resource.commands ?? []) {
      if (command.target === "list") continue;
      const fits = (command.when ?? []).every((one: any) => one.is.includes(String(record.fields[one.field] ?? "")));
      expect(here.includes(command.label.en), `${command.id} of ${resource.id}`).toBe(fits && may(asker, command.rule));
    }
    const deletes = resource.shape !== "one" && may(asker, resource.rules.delete);
    expect(here.includes("Delete"), `deleting of ${resource.id}`).toBe(deletes);
    for (const field of denied) await expect(named(page, field), `${field.name} of ${resource.id}`).toHaveCount(0);
    const labels = (await page.locator("main form").locator("label, legend").allTextContents())
      .map((text) => text.replace(/\s*optional\s*$/, "").trim());
    const block = (name: string) => (resource.blocks ?? []).find((block: any) => block.fields.includes(name));
    const open = resource.fields.filter((field: any) => {
      const rule = field.edit ?? block(field.name)?.edit ?? resource.rules.edit;
      const seen = field.view === undefined || may(asker, field.view);
      // Another record is chosen from its list, by whoever may see that list.
      const other = all.find((one: any) => one.id === field.resource);
      if (field.kind === "reference" && !(other && may(asker, other.rules.view))) return false;
      return field.kind !== "unknown" && seen && may(asker, rule) && !resource.schema.properties[field.name].readOnly;
    });
    const told = (await page.locator("main form").locator("label, legend, dt, .label").allTextContents())
      .map((text) => text.replace(/\s*optional\s*$/, "").trim());
    for (const field of resource.fields) {
      if (field.view !== undefined && may(asker, field.view)) expect(told, `${field.name} of ${resource.id} is seen`).toContain(field.label.en);
    }
    // A tree is put in order in its list.
    const inTree = (field: any) => resource.shape === "tree" && ["parent", "position"].includes(field.name);
    const words = open.map((field: any) => field.label.en);
    for (const field of open) {
      if (!inTree(field)) expect(labels, `${field.name} of ${resource.id} can be typed in`).toContain(field.label.en);
    }
    const parts = ["Name", "City", "Country", "Region"];
    for (const field of resource.fields) {
      if (!words.includes(field.label.en) && !parts.includes(field.label.en)) {
        expect(labels, `${field.name} of ${resource.id} is only shown`).not.toContain(field.label.en);
      }
    }
  }
}

async function session(api: Api): Promise<Asker> {
  const { body } = await api.call("GET", "/session");
  return { owner: body.account.owner, held: body.permissions };
}

for (const who of Object.keys(MENUS)) {
  test(`${who} is offered exactly what the rules allow`, async ({ page, store }) => {
    test.slow();
    test.setTimeout(120_000);
    const asker = await session(await Api.signIn(store, sample(who)));
    await signIn(page, sample(who));
    await look(page, store, asker);
  });
}

for (const n of [1, 2, 3]) {
  test(`whoever holds a random grant is offered exactly what it allows (${n})`, async ({ page, store }, info) => {
    test.slow();
    test.setTimeout(120_000);
    const owner = await Api.signIn(store, sample("owner"));
    const sections = (await owner.call("GET", "/permissions")).body.sections;
    const ids: string[] = sections.flatMap((section: any) => section.permissions.map((entry: any) => entry.id));
    const held = process.env.LATCHKEY_GRANT?.split(",") ?? ids.filter(() => Math.random() < 0.3);
    console.log(`LATCHKEY_GRANT=${held.join(",")} repeats this one`);
    const email = `random-${n}-${info.workerIndex}@example.test`;
    const { path } = await owner.invite(email, held, "Random Holder");
    await page.goto(path);
    await page.getByLabel("Choose a password", { exact: true }).fill("a password for chance");
    await page.getByRole("button", { name: "Join" }).click();
    await expect(page.getByRole("banner")).toBeVisible();
    await look(page, store, await session(await Api.signIn(store, email, "a password for chance")));
  });
}
