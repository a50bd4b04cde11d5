// Somebody of a journey's own: invited, and joined by the contract's calls, so that no other journey finds them changed.
import { Api } from "./api.ts";
import type { Backend } from "./backend.ts";
import { expect, sample } from "./test.ts";

/** What they have chosen for a password. */
export const PASSWORD = "correct horse battery staple";

/** Invites somebody who may see orders, and joins for them; the account's id. */
export async function joined(store: Backend, email: string, name: string): Promise<string> {
  const owner = await Api.signIn(store, sample("owner"));
  const { id, path } = await owner.invite(email, ["orders.view"], name);
  const token = path.split("/").at(-1);
  const answer = await Api.signedOut(store).call("POST", `/invitations/${token}`, { name, password: PASSWORD });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return id;
}
