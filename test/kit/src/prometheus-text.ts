/** One line of a metric: its name as on the line (`x_bucket` for `x`), its labels, its value. */
export interface PrometheusSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface PrometheusMetric {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram' | 'summary' | 'untyped';
  readonly help: string;
  readonly samples: readonly PrometheusSample[];
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const TYPES = new Set(['counter', 'gauge', 'histogram', 'summary', 'untyped']);
/** What the names of a metric's lines end with, besides nothing. */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = { histogram: ['_bucket', '_sum', '_count'], summary: ['', '_sum', '_count'] };

/**
 * Reads the text that Prometheus scrapes, format 0.0.4, and takes nothing that the format does not allow: lines outside of their metric's block, metrics or
 * samples that come twice, wrong escapes, histograms whose buckets decrease or do not end in +Inf with the count, text that does not end with a line feed.
 *
 * Source: https://prometheus.io/docs/instrumenting/exposition_formats/
 *
 * @throws Error that says which line is wrong, and why
 */
export function parsePrometheusText(text: string): ReadonlyMap<string, PrometheusMetric> {
  if (!text.endsWith('\n')) throw new Error('The text does not end with a line feed');
  const reader = new Reader();
  for (const [at, line] of text.slice(0, -1).split('\n').entries()) {
    try {
      reader.line(line);
    } catch (error) {
      throw new Error(`Line ${at + 1}, ${JSON.stringify(line)}: ${(error as Error).message}`, { cause: error });
    }
  }
  const metrics = reader.end();
  for (const metric of metrics.values()) if (metric.type === 'histogram') checkHistogram(metric);
  return metrics;
}

interface Open {
  readonly name: string;
  readonly help: string;
  type: PrometheusMetric['type'];
  readonly samples: PrometheusSample[];
  readonly seen: Set<string>;
}

class Reader {
  private readonly metrics = new Map<string, PrometheusMetric>();
  private open: Open | undefined;

  line(line: string): void {
    if (line === '') return;
    const help = new RegExp(`^# HELP (${NAME}) (.*)$`).exec(line);
    if (help) return this.begin(help[1]!, unescape(help[2]!, { n: '\n' }));
    const type = new RegExp(`^# TYPE (${NAME}) ([a-z]+)$`).exec(line);
    if (type) return this.type(type[1]!, type[2]!);
    if (line.startsWith('#')) throw new Error('it is neither HELP nor TYPE');
    this.sample(line);
  }

  end(): ReadonlyMap<string, PrometheusMetric> {
    this.close();
    return this.metrics;
  }

  private begin(name: string, help: string): void {
    this.close();
    if (this.metrics.has(name)) throw new Error(`${name} comes twice`);
    if (help.trim() === '') throw new Error(`${name} is not explained`);
    this.open = { name, help, type: 'untyped', samples: [], seen: new Set() };
  }

  private type(name: string, type: string): void {
    if (this.open?.name !== name) throw new Error(`the type of ${name} does not follow its HELP`);
    if (this.open.samples.length > 0) throw new Error(`the type of ${name} comes after its samples`);
    if (!TYPES.has(type)) throw new Error(`there is no type ${type}`);
    this.open.type = type as Open['type'];
  }

  private sample(line: string): void {
    const [, name, , labelText, valueText] = new RegExp(`^(${NAME})(\\{(.*)\\})? (\\S+)$`).exec(line) ?? [];
    if (name === undefined) throw new Error('it is no sample');
    if (!this.open || !namesOf(this.open).includes(name)) throw new Error(`${name} is outside of its metric`);
    const labels = parseLabels(labelText ?? '');
    const key = JSON.stringify([name, Object.entries(labels).toSorted()]);
    if (this.open.seen.has(key)) throw new Error('the same sample comes twice');
    this.open.seen.add(key);
    this.open.samples.push({ name, labels, value: parseValue(valueText!) });
  }

  private close(): void {
    if (this.open) this.metrics.set(this.open.name, this.open);
    this.open = undefined;
  }
}

function namesOf({ name, type }: Open): readonly string[] {
  return (SUFFIXES[type] ?? ['']).map((suffix) => name + suffix);
}

function parseLabels(text: string): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {};
  const label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"(,|$)/y;
  while (label.lastIndex < text.length) {
    const at = label.lastIndex;
    const found = label.exec(text);
    if (!found) throw new Error(`no label begins at ${JSON.stringify(text.slice(at))}`);
    const [, name, value] = found;
    if (Object.hasOwn(labels, name!)) throw new Error(`the label ${name} comes twice`);
    labels[name!] = unescape(value!, { n: '\n', '"': '"' });
  }
  return labels;
}

function unescape(text: string, escapes: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\\(.?)/g, (whole, next: string) => {
    if (next === '\\') return '\\';
    if (!Object.hasOwn(escapes, next)) throw new Error(`there is no escape ${whole}`);
    return escapes[next]!;
  });
}

function parseValue(text: string): number {
  if (text === '+Inf') return Infinity;
  if (text === '-Inf') return -Infinity;
  if (text === 'NaN' || text === 'Nan') return NaN;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) throw new Error(`${text} is no number`);
  return Number(text);
}

function checkHistogram({ name, samples }: PrometheusMetric): void {
  const series = new Map<string, { buckets: [number, number][]; count?: number }>();
  for (const { name: line, labels, value } of samples) {
    const { le, ...others } = labels;
    const key = JSON.stringify(Object.entries(others).toSorted());
    const one = series.get(key) ?? { buckets: [] };
    series.set(key, one);
    if (line === `${name}_bucket`) {
      if (le === undefined) throw new Error(`A bucket of ${name} says no bound`);
      one.buckets.push([parseValue(le), value]);
    } else if (line === `${name}_count`) one.count = value;
  }
  for (const { buckets, count } of series.values()) {
    const [lastBound, lastCount] = buckets.at(-1) ?? [];
    if (lastBound !== Infinity || lastCount !== count) throw new Error(`The buckets of ${name} do not end in +Inf with the count`);
    for (let i = 1; i < buckets.length; i++)
      if (buckets[i]![0] <= buckets[i - 1]![0] || buckets[i]![1] < buckets[i - 1]![1])
        throw new Error(`The buckets of ${name} are not cumulative`);
  }
}
