import type { Ports } from './ports.js';

/** What a platform on one machine is started with. */
export interface PlatformOptions {
  /** Holds everything the platform keeps; made when it is not there. One platform at a time. */
  folder: string;
  /** Whether the data stays for the next start. Otherwise it is removed on stop, and when we are killed. */
  keepData: boolean;
  /** Ports that must be these; free ones are taken for the rest. */
  ports?: Partial<Ports>;
  /** A drill: fast instead of safe against power cuts, no mails page, ports never from the environment. */
  drill: boolean;
  /** Told what happens, a line at a time, for people. */
  log: (line: string) => void;
  /** Temporal's namespace; `default` unless said otherwise. */
  namespace?: string;
}
