// A line between a browser and a backend that can go dead without a word, as it does for a laptop that is put to sleep.
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** What was connected at once. */
interface Pair {
  near: Socket;
  far: Socket;
  /** From before the sleep: nothing comes through any more, and whoever sends something is told so. */
  broken: boolean;
}

export class Line {
  private pairs: Pair[] = [];
  private asleep = false;

  private constructor(private readonly server: Server) {}

  /** A line to this port. */
  static async to(port: number): Promise<Line> {
    const server = createServer();
    const line = new Line(server);
    server.on("connection", (near) => line.join(near, connect(port, "127.0.0.1")));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private join(near: Socket, far: Socket): void {
    const pair: Pair = { near, far, broken: false };
    this.pairs.push(pair);
    near.on("data", (bytes) => {
      if (pair.broken) near.resetAndDestroy();
      else if (!this.asleep) far.write(bytes);
    });
    far.on("data", (bytes) => {
      if (!this.asleep && !pair.broken) near.write(bytes);
    });
    for (const [from, to] of [[near, far], [far, near]] as const) {
      from.on("error", () => from.destroy());
      from.on("close", () => {
        if (!this.asleep && !pair.broken) to.destroy();
      });
    }
  }

  /** From now on nothing arrives, and nobody is told. */
  sleep(): void {
    this.asleep = true;
  }

  /** There is a net again. Who listens on a connection from before hears nothing; who sends on one is told that it is gone. */
  wake(): void {
    for (const pair of this.pairs) pair.broken = true;
    this.asleep = false;
  }

  close(): void {
    this.server.close();
    for (const { near, far } of this.pairs) {
      near.destroy();
      far.destroy();
    }
  }
}
