// Starts a real backend on a data folder of its own, and stops it again.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";

/** The password of every sample account in these tests. */
export const PASSWORD = "a long enough sample password";

export interface Options {
  /** A store without an owner, as `--empty` makes it. */
  empty?: boolean;
  /** How much trade its sample store has: a number, or "small" where not said. */
  sampleSize?: string;
  /** How many hours its clock runs ahead. */
  clockAheadHours?: number;
  /** For how many seconds a proof of who one is holds; ten minutes where not said. */
  proofSeconds?: number;
  /** A folder with the built app; the one that was built for these tests where not said. */
  assets?: string;
  /** A folder with descriptors of resources beyond those that the backend comes with. */
  resources?: string;
  /** The port of a mail server on this machine that letters are sent through; kept in a folder where not said. */
  mailPort?: number;
  /** An earlier backend's data and port, to come back as the same store. */
  after?: Backend;
}

/** A running backend. */
export class Backend {
  private process: ChildProcess | undefined;
  private output = "";

  /** How large a file of it may become from its next start on, in KiB; any size where not said. */
  largestFileKiB: number | undefined;

  private constructor(
    readonly port: number,
    readonly data: string,
    private readonly options: Options,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get api(): string {
    return `${this.url}/api/v1`;
  }

  static async start(options: Options = {}): Promise<Backend> {
    const port = options.after?.port ?? (await freePort());
    const data = options.after?.data ?? (await mkdtemp(join(tmpdir(), "latchkey-test-")));
    const backend = new Backend(port, data, options);
    await backend.run();
    return backend;
  }

  /** Starts the process on the same data and port again. */
  async run(): Promise<void> {
    const { empty, sampleSize, clockAheadHours, proofSeconds, resources, mailPort } = this.options;
    const args = ["--port", String(this.port), "--data", this.data, "--assets", this.options.assets ?? process.env.LATCHKEY_ASSETS!];
    if (empty) args.push("--empty");
    else args.push("--sample-size", sampleSize ?? "small");
    if (clockAheadHours) args.push("--clock-ahead-hours", String(clockAheadHours));
    if (proofSeconds) args.push("--proof-seconds", String(proofSeconds));
    if (resources) args.push("--resources", resources);
    if (mailPort) args.push("--smtp", `smtp://127.0.0.1:${mailPort}?tls=none`, "--mail-from", "letters@shop.example.test");
    // Like a full disk, for this process alone: a file that would grow beyond the limit does not.
    const limit = `trap '' XFSZ; ulimit -f ${this.largestFileKiB ?? "unlimited"}; exec "$@"`;
    const child = spawn("bash", ["-c", limit, "bash", process.env.LATCHKEY_BACKEND!, ...args], {
      env: { ...process.env, LATCHKEY_SAMPLE_PASSWORD: PASSWORD },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process = child;
    this.output = "";
    child.stdout!.on("data", (text) => (this.output += text));
    child.stderr!.on("data", (text) => (this.output += text));
    await this.answers(child);
  }

  /** Waits until it answers; fails with what it printed if it ends before. */
  private async answers(child: ChildProcess): Promise<void> {
    const ended = once(child, "exit").then(() => {
      throw new Error(`The backend ended before it answered:\n${this.output}`);
    });
    const answering = (async () => {
      for (;;) {
        // It says where it listens once it does.
        if (this.output.includes(this.url)) return;
        await once(child.stdout!, "data");
      }
    })();
    await Promise.race([ended, answering]);
    ended.catch(() => undefined);
  }

  /** The link that a store without an owner printed. */
  setupPath(): string {
    const link = /\/setup#\S+/.exec(this.output);
    if (!link) throw new Error(`No set-up link was printed:\n${this.output}`);
    return link[0];
  }

  /** Stops the process; the data stays. */
  async stop(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }

  /** Stops the process and takes the data away. */
  async remove(): Promise<void> {
    await this.stop();
    await rm(this.data, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
