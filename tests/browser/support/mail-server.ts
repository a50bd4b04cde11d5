// A mail server on this machine: SMTP over a real connection, which takes letters or refuses their recipients.
import { once } from "node:events";
import { type Server, type Socket, createServer } from "node:net";
import { createInterface } from "node:readline";

export class MailServer {
  private readonly taken: string[] = [];
  /** What it answers where a letter is for the recipient; takes all letters where empty. */
  refusal = "";

  private constructor(
    private readonly server: Server,
    /** The one that matters here: letters to others are taken and forgotten. */
    private readonly recipient: string,
  ) {}

  /** The letters to the recipient that it has taken, as they travel. */
  get letters(): string[] {
    return this.taken.filter((letter) => letter.includes(`<${this.recipient}>`) || letter.includes(`To: ${this.recipient}`));
  }

  get port(): number {
    const address = this.server.address();
    return typeof address === "object" && address ? address.port : 0;
  }

  static async start(recipient: string): Promise<MailServer> {
    const server = createServer().listen(0, "127.0.0.1");
    const own = new MailServer(server, recipient);
    server.on("connection", (socket) => own.converse(socket));
    await once(server, "listening");
    return own;
  }

  stop(): void {
    this.server.close();
  }

  private converse(socket: Socket): void {
    let letter: string[] | undefined;
    const say = (line: string) => socket.write(`${line}\r\n`);
    socket.on("error", () => undefined);
    say("220 mail.example.test ESMTP");
    createInterface({ input: socket, crlfDelay: Infinity }).on("line", (line) => {
      if (letter) {
        if (line !== ".") letter.push(line);
        else {
          this.taken.push(letter.join("\n"));
          letter = undefined;
          say("250 taken");
        }
        return;
      }
      const verb = line.split(/[ :]/)[0]!.toUpperCase();
      if (verb === "DATA") {
        letter = [];
        say("354 go on");
      } else if (verb === "QUIT") {
        say("221 bye");
        socket.end();
      } else if (verb === "RCPT" && this.refusal && line.includes(this.recipient)) say(this.refusal);
      else say("250 mail.example.test");
    });
  }
}
