import pg from 'pg';
import { BoundedClient, DatabaseSilent } from './bounded-client.js';
import type { Limits } from './limits.js';

/** How often, while a pool is closed, connections are cut that have taken leave and are not let go by the database. */
const LEAVE_MS = 2_000;

/** What the driver says when no connection comes free in time. */
const NO_ROOM = /^timeout exceeded when trying to connect/;

type Got = (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: boolean | Error) => void) => void;

/** A client of the pool below: the pool makes no others. */
const made = (client: pg.PoolClient): BoundedClient => client as unknown as BoundedClient;

/** A pool whose every wait ends: for a connection, for an answer, for its own end. */
export class BoundedPool extends pg.Pool {
  private readonly waits: number;
  private readonly standing = new Set<BoundedClient>();
  private readonly working = new Set<BoundedClient>();

  constructor(url: string, max: number, limits: Limits) {
    const Client = class extends BoundedClient {
      constructor(config?: pg.ClientConfig) {
        super(config, limits);
      }
    };
    // whoever waits for a connection waits for the statements of others
    const waits = limits.connect + limits.statement;
    super({ connectionString: url, max, connectionTimeoutMillis: waits, Client });
    this.waits = waits;
    this.on('connect', (client) => {
      const one = made(client);
      this.standing.add(one);
      one.once('end', () => this.standing.delete(one));
    });
    this.on('acquire', (client) => this.working.add(made(client)));
    this.on('release', (_, client) => this.working.delete(made(client)));
    // a connection that breaks while idle is replaced, not fatal: the next query says what is wrong
    this.on('error', () => undefined);
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Got): void;
  override connect(callback?: Got): Promise<pg.PoolClient> | void {
    const clear = (error: Error): Error =>
      NO_ROOM.test(error.message) ? new DatabaseSilent('等待空闲连接 waiting for a free connection', this.waits) : error;
    if (callback === undefined)
      return super.connect().catch((error: unknown) => {
        throw error instanceof Error ? clear(error) : error;
      });
    super.connect((error, client, done) => {
      callback(error && clear(error), client, done);
    });
  }

  /** Ends when the work in hand has ended. What the database does not let go of is cut. */
  override end(): Promise<void>;
  override end(callback: () => void): void;
  override end(callback?: () => void): Promise<void> | void {
    const cutting = setInterval(() => {
      for (const client of this.standing) if (!this.working.has(client)) client.cut();
    }, LEAVE_MS);
    const ended = super.end().finally(() => {
      clearInterval(cutting);
    });
    if (callback === undefined) return ended;
    void ended.then(callback, callback);
  }
}
