// The contract's calls, made directly: as an owner's second window, or as an attacker who does not use the app.
import type { Backend } from "./backend.ts";
import { PASSWORD } from "./backend.ts";

export interface Answer {
  status: number;
  headers: Headers;
  body: any;
}

/** Somebody's bearer session, outside any browser. */
export class Api {
  private constructor(
    private readonly backend: Backend,
    private readonly token: string | undefined,
  ) {}

  static signedOut(backend: Backend): Api {
    return new Api(backend, undefined);
  }

  static async signIn(backend: Backend, email: string, password: string = PASSWORD): Promise<Api> {
    const answer = await Api.signedOut(backend).call("POST", "/session", { email, password, token: true });
    if (answer.status !== 200) throw new Error(`sign-in of ${email}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return new Api(backend, answer.body.token);
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(this.backend.api + path, {
      method,
      headers: {
        ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  }

  /** The staff member with this e-mail address, in whatever state. */
  async staff(email: string): Promise<any> {
    const answer = await this.call("GET", `/staff?q=${encodeURIComponent(email)}`);
    const found = answer.body.items.find((item: any) => item.email === email);
    if (!found) throw new Error(`nobody with ${email}`);
    return found;
  }

  /** Invites somebody and answers the path of the link. */
  async invite(email: string, permissions: string[], name = ""): Promise<{ id: string; path: string }> {
    const answer = await this.call("POST", "/staff", { email, name, permissions });
    if (answer.status !== 201) throw new Error(`invitation of ${email}: ${JSON.stringify(answer.body)}`);
    return { id: answer.body.account.id, path: new URL(answer.body.invitation.link).pathname };
  }

  /** Changes a person in the state it is in now. */
  async patch(id: string, patch: unknown): Promise<Answer> {
    const seen = await this.call("GET", `/staff/${id}`);
    return this.call("PATCH", `/staff/${id}`, patch, { "If-Match": seen.headers.get("etag")! });
  }
}
