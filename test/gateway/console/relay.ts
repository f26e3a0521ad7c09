import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that can fall silent: it still takes connections and what is sent, and nothing comes back. */
export interface Relay {
  /** The address of the server, by this way. */
  readonly url: string;
  hold(silent: boolean): void;
  close(): Promise<void>;
}

export async function relayTo(url: string): Promise<Relay> {
  const there = new URL(url);
  const ways = new Set<{ readonly near: Socket; readonly far: Socket }>();
  let held = false;
  const server = createServer((near) => {
    const way = { near, far: connect(Number(there.port), there.hostname) };
    ways.add(way);
    const over = (): void => {
      ways.delete(way);
      way.near.destroy();
      way.far.destroy();
    };
    near.pipe(way.far);
    way.far.on('data', (bytes) => near.write(bytes));
    if (held) way.far.pause();
    for (const one of [near, way.far]) one.on('close', over).on('error', over);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const here = new URL(url);
  here.hostname = '127.0.0.1';
  here.port = String((server.address() as AddressInfo).port);
  return {
    url: here.href,
    hold(silent) {
      held = silent;
      for (const { far } of ways)
        if (silent) far.pause();
        else far.resume();
    },
    close: async () => {
      for (const { near } of ways) near.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
