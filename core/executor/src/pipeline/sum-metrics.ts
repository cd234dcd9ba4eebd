import type { FragmentMetrics } from '@arbalest/spi';

/** What the parts of a fragment cost together. */
export function sumMetrics(parts: readonly FragmentMetrics[]): FragmentMetrics {
  return {
    ...total(parts, 'scannedRows'),
    ...total(parts, 'scannedBytes'),
    ...total(parts, 'spilledBytes'),
    ...total(parts, 'cpuMs'),
    functions: parts.flatMap(({ functions = [] }) => functions),
    functionLogs: parts.flatMap(({ functionLogs = [] }) => functionLogs),
    failedRows: parts.flatMap(({ failedRows = [] }) => failedRows),
  };
}

type Amount = 'scannedRows' | 'scannedBytes' | 'spilledBytes' | 'cpuMs';

function total(parts: readonly FragmentMetrics[], key: Amount): Partial<Record<Amount, number>> {
  const known = parts.flatMap((part) => part[key] ?? []);
  return known.length === 0 ? {} : { [key]: known.reduce((sum, value) => sum + value, 0) };
}
