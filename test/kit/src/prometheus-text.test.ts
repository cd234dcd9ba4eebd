import { expect, test } from 'vitest';
import { parsePrometheusText } from './prometheus-text.js';

test('metrics, their types, labels and values are read', () => {
  const text = [
    '# HELP up Whether it is up',
    '# TYPE up gauge',
    'up{path="C:\\\\x \\"y\\"",line="a\\nb"} 1',
    'up 0',
    '# HELP took_seconds How long',
    '# TYPE took_seconds histogram',
    'took_seconds_bucket{le="0.5"} 1',
    'took_seconds_bucket{le="+Inf"} 3',
    'took_seconds_sum 4.5e0',
    'took_seconds_count 3',
    '',
  ].join('\n');
  const metrics = parsePrometheusText(text);
  expect([...metrics.keys()]).toEqual(['up', 'took_seconds']);
  expect(metrics.get('up')).toMatchObject({ type: 'gauge', help: 'Whether it is up' });
  expect(metrics.get('up')!.samples).toEqual([
    { name: 'up', labels: { path: 'C:\\x "y"', line: 'a\nb' }, value: 1 },
    { name: 'up', labels: {}, value: 0 },
  ]);
  expect(metrics.get('took_seconds')!.samples.at(-2)).toEqual({ name: 'took_seconds_sum', labels: {}, value: 4.5 });
});

test.each([
  ['no line feed at the end', '# HELP a x\n# TYPE a gauge\na 1'],
  ['a sample outside of its metric', '# HELP a x\n# TYPE a gauge\nb 1\n'],
  ['a metric twice', '# HELP a x\n# TYPE a gauge\na 1\n# HELP a x\n'],
  ['a sample twice', '# HELP a x\n# TYPE a gauge\na{l="1"} 1\na{l="1"} 2\n'],
  ['a label twice', '# HELP a x\n# TYPE a gauge\na{l="1",l="2"} 1\n'],
  ['an unknown type', '# HELP a x\n# TYPE a meter\n'],
  ['an unknown escape', '# HELP a x\n# TYPE a gauge\na{l="\\t"} 1\n'],
  ['no number', '# HELP a x\n# TYPE a gauge\na one\n'],
  [
    'a bucket that is smaller than the one before',
    '# HELP a x\n# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n',
  ],
  ['no last bucket', '# HELP a x\n# TYPE a histogram\na_bucket{le="1"} 2\na_sum 1\na_count 2\n'],
])('refused: %s', (_, text) => {
  expect(() => parsePrometheusText(text)).toThrow();
});
