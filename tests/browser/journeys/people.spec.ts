// Every person of the sample store: the exact menu, every address typed in, and the backend asked directly.
import { Api } from "../support/api.ts";
import { MENUS, OWN_PATHS, PATHS } from "../support/people.ts";
import { expect, menu, sample, signIn, test } from "../support/test.ts";

// What is not as it should be is named with its address, and three hundred pages are a quarter quicker without a record of each step.
test.use({ trace: "off" });

for (const [name, expected] of Object.entries(MENUS)) {
  test(`${name} sees exactly the permitted menu, and each address opens or says why not`, async ({ page }) => {
    // Every address there is, one after another.
    test.slow();
    const refused: string[] = [];
    page.on("response", (response) => {
      if (response.status() === 403) refused.push(response.url());
    });

    await signIn(page, sample(name));
    await expect.poll(() => menu(page)).toEqual(expected);

    for (const [path, heading, needs] of PATHS) {
      const open = expected.includes(heading) || needs === "signed-in" || (needs === "owner" && name === "owner");
      await page.goto(path);
      // Whoever has no step left is led on to where the work begins.
      const place = path === "/onboarding" && name !== "owner" ? "/" : path;
      const first = name === "nobody" ? "No access yet" : "Overview";
      const shown = place === "/" ? first : heading;
      const closed = OWN_PATHS.includes(path) ? "There is nothing at this address" : "You don't have access to this page";
      const title = open ? shown : closed;
      await expect(page.getByRole("heading", { level: 1 }), `${path} for ${name}`).toHaveText(title);
      await expect(page).toHaveURL(place);
      await expect(page).toHaveTitle(new RegExp(`^${title} · `));
    }
    expect(refused, "the app asks for nothing that the person may not have").toEqual([]);
  });
}

for (const name of Object.keys(MENUS).filter((name) => name !== "owner")) {
  test(`the backend itself refuses ${name} what is the owner's`, async ({ store }) => {
    const api = await Api.signIn(store, sample(name));
    const owner = await Api.signIn(store, sample("owner"));
    const other = await owner.staff(sample("developer"));
    const calls: [method: string, path: string, body?: unknown][] = [
      ["GET", "/staff"],
      ["POST", "/staff", { email: "friend@example.test", permissions: [] }],
      ["GET", `/staff/${other.id}`],
      ["PATCH", `/staff/${other.id}`, { permissions: [] }],
      ["PUT", `/staff/${other.id}/revocation`, {}],
      ["PUT", `/staff/${other.id}/suspension`],
      ["DELETE", `/staff/${other.id}/suspension`],
      ["POST", `/staff/${other.id}/invitation`],
      ["DELETE", `/staff/${other.id}/invitation`],
      ["DELETE", `/staff/${other.id}/sessions`],
      ["PUT", `/staff/${other.id}/ownership`],
      ["GET", "/roles"],
    ];
    for (const [method, path, body] of calls) {
      const answer = await api.call(method, path, body);
      expect([answer.status, answer.body?.code], `${method} ${path}`).toEqual([403, "owner-only"]);
    }
    for (const path of ["/session", "/sessions", "/profile", "/permissions", "/resources"]) {
      expect((await api.call("GET", path)).status, path).toBe(200);
    }
  });
}

test("whoever has not joined, is suspended or has left cannot sign in", async ({ page, store }) => {
  for (const name of ["newcomer", "former"]) {
    await expect(Api.signIn(store, sample(name))).rejects.toThrow(/401/);
  }
  await expect(Api.signIn(store, sample("paused"))).rejects.toThrow(/403.*suspended/);
  await page.goto("/");
  await page.getByRole("textbox", { name: "Email" }).fill(sample("paused"));
  await page.getByLabel("Password", { exact: true }).fill("a long enough sample password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("Your access is paused");
});

test("an unknown address says so, also to the owner", async ({ page }) => {
  await signIn(page, sample("owner"), "/nowhere/at/all");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
  await expect(page).toHaveURL("/nowhere/at/all");
});
