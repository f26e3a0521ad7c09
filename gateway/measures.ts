/** Up to how many milliseconds an answer took, for the histogram. */
const BOUNDS = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000] as const;
const MS = 1_000;

interface Series {
  readonly labels: string;
  count: number;
  seconds: number;
  readonly within: number[];
}

const labelled = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replaceAll(/[\\"\n]/g, '_')}"`)
    .join(',');

/** Counts what the gateway answers, and how long it takes. */
export class Measures {
  private readonly series = new Map<string, Series>();

  count(labels: { readonly method: string; readonly route: string; readonly status: number }, ms: number): void {
    const key = labelled({ ...labels, status: String(labels.status) });
    const one = this.series.get(key) ?? { labels: key, count: 0, seconds: 0, within: BOUNDS.map(() => 0) };
    this.series.set(key, one);
    one.count += 1;
    one.seconds += ms / MS;
    BOUNDS.forEach((bound, at) => {
      if (ms <= bound) one.within[at] = (one.within[at] ?? 0) + 1;
    });
  }

  /** As Prometheus reads it, with further numbers of the moment. */
  text(now: Readonly<Record<string, { readonly help: string; readonly value: number }>>): string {
    const lines = [
      '# HELP luyue_http_request_duration_seconds How long answers took.',
      '# TYPE luyue_http_request_duration_seconds histogram',
    ];
    for (const { labels, count, seconds, within } of this.series.values()) {
      BOUNDS.forEach((bound, at) =>
        lines.push(`luyue_http_request_duration_seconds_bucket{${labels},le="${String(bound / MS)}"} ${String(within[at])}`),
      );
      lines.push(`luyue_http_request_duration_seconds_bucket{${labels},le="+Inf"} ${String(count)}`);
      lines.push(`luyue_http_request_duration_seconds_sum{${labels}} ${seconds.toFixed(6)}`);
      lines.push(`luyue_http_request_duration_seconds_count{${labels}} ${String(count)}`);
    }
    for (const [name, { help, value }] of Object.entries(now))
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${String(value)}`);
    return `${lines.join('\n')}\n`;
  }
}
