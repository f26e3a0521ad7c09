import pg from 'pg';
import { LIMITS, type Limits } from './limits.js';

/**
 * Thrown when the database does not answer within the client's own limit: it hangs, or the way to it does. Whether what
 * was asked is done is not known, and the connection is given up with it.
 */
export class DatabaseSilent extends Error {
  constructor(what: string, milliseconds: number) {
    const seconds = String(milliseconds / 1_000);
    super(`数据库 ${seconds} 秒内没有应答（${what}） the database did not answer within ${seconds} s (${what})`);
    this.name = 'DatabaseSilent';
  }
}

const LOCAL = { application_name: 'luyue', options: '-c default_transaction_isolation=read\\ committed' };

/** What the driver is told of the limits. Those of the pool and of the driver's own reading are not among them. */
const configOf = (config: pg.ClientConfig, { statement, lock, idle }: Limits): pg.ClientConfig => ({
  ...config,
  ...LOCAL,
  connectionTimeoutMillis: 0,
  statement_timeout: statement,
  lock_timeout: lock,
  idle_in_transaction_session_timeout: idle,
});

type Done = (error: Error | null, ...rest: unknown[]) => void;

/**
 * A connection whose every wait ends. Past the limit its socket is destroyed: the driver's own `query_timeout` answers
 * and leaves the connection busy with a statement that nobody waits for, and what comes next waits behind that.
 */
export class BoundedClient extends pg.Client {
  readonly limits: Limits;
  /** The database ends a statement itself in its time; past that and the time of a way, it is taken for silent. */
  private patience: number;

  constructor(config: pg.ClientConfig = {}, limits: Limits = LIMITS) {
    super(configOf(config, limits));
    this.limits = limits;
    // it may break between two who have it, when nobody listens, and would end the process: whoever has it next is told by its first question
    this.on('error', () => undefined);
    this.patience = limits.statement + limits.connect;
    this.connect = this.bounded(this.connect.bind(this), () => [limits.connect, '连接 connecting']) as typeof this.connect;
    this.query = this.bounded(this.query.bind(this), () => [this.patience, '查询 a query']) as typeof this.query;
  }

  /** From here on a statement may take as long as one over the whole book; or, without `long`, as others do. */
  allow(long: boolean): void {
    this.patience = (long ? this.limits.long : this.limits.statement) + this.limits.connect;
  }

  /** Cuts the connection: whoever waits on it is told why. */
  cut(why?: Error): void {
    this.connection.stream.destroy(why);
  }

  /** The same call, in the driver's two forms: with a callback as its last argument, or answering a promise. */
  private bounded(call: (...args: never[]) => unknown, limit: () => [number, string]) {
    return (...args: unknown[]): unknown => {
      const [milliseconds, what] = limit();
      const timer = setTimeout(() => {
        this.cut(new DatabaseSilent(what, milliseconds));
      }, milliseconds);
      const at = args.findIndex((arg) => typeof arg === 'function');
      if (at >= 0) {
        const done = args[at] as Done;
        args[at] = ((...told) => {
          clearTimeout(timer);
          done(...told);
        }) satisfies Done;
      }
      const answer = call(...(args as never[]));
      if (answer instanceof Promise)
        return answer.finally(() => {
          clearTimeout(timer);
        });
      // a query that is an object of its own tells its end by events: the database's own limit must do
      if (at < 0) clearTimeout(timer);
      return answer;
    };
  }
}
