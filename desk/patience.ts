const LONGEST_MS = 600_000;

/** How long what does not come off is left alone: for a look at first, then ever longer, so that what waits long costs little. */
export class Patience {
  private readonly firstMs: number;
  private readonly now: () => number;
  private readonly left = new Map<string, { readonly pause: number; readonly until: number }>();

  constructor(firstMs: number, now: () => number = () => performance.now()) {
    this.firstMs = firstMs;
    this.now = now;
  }

  /** What is to be left alone for a while yet. What nobody has tried for long is forgotten: it came off by itself. */
  leaving(): Set<string> {
    const now = this.now();
    for (const [what, { until }] of this.left) if (now > until + LONGEST_MS) this.left.delete(what);
    return new Set([...this.left].flatMap(([what, { until }]) => (until > now ? [what] : [])));
  }

  /** It was tried, and has yet to come off. */
  tried(what: string): void {
    const before = this.left.get(what);
    const pause = before ? Math.max(this.firstMs, Math.min(2 * before.pause, LONGEST_MS)) : this.firstMs;
    this.left.set(what, { pause, until: this.now() + pause });
  }

  cameOff(what: string): void {
    this.left.delete(what);
  }

  /** What stood in the way of some has gone: all are tried again. */
  anew(): void {
    this.left.clear();
  }
}
