// Records behind the menus, made directly: what a journey works on is its own, whatever else the store has.
import { randomUUID } from "node:crypto";
import type { Api } from "./api.ts";

export interface Saved {
  id: string;
  version: string;
  fields: Record<string, any>;
}

/** Makes a record as somebody. */
export async function make(api: Api, resource: string, fields: Record<string, unknown>): Promise<Saved> {
  const answer = await api.call("POST", `/resources/${resource}`, fields, { "Idempotency-Key": randomUUID() });
  if (answer.status !== 201) throw new Error(`making of ${resource}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** An amount in the sample store's currency. */
export function money(amount: string): { amount: string; currency: string } {
  return { amount, currency: "EUR" };
}

/** A product of this name. */
export function product(api: Api, name: string, fields: Record<string, unknown> = {}): Promise<Saved> {
  const price = money("129.50");
  return make(api, "products", { name, status: "published", price, stock: 7, ...fields });
}

/** A record as it is now; the fields alone. */
export async function fields(api: Api, resource: string, id: string): Promise<Record<string, any>> {
  return (await api.call("GET", `/resources/${resource}/${id}`)).body.fields;
}

/** Changes a record in the state it is in now. */
export async function change(api: Api, resource: string, id: string, patch: unknown): Promise<void> {
  const seen = await api.call("GET", `/resources/${resource}/${id}`);
  const answer = await api.call("PATCH", `/resources/${resource}/${id}`, patch, { "If-Match": `"${seen.body.version}"` });
  if (answer.status !== 200) throw new Error(`changing of ${resource}/${id}: ${answer.status} ${JSON.stringify(answer.body)}`);
}
