/** Figures as a person reads them at a glance. */

export function durationText(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  const minutes = Math.floor(ms / 60_000);
  return `${minutes} min ${Math.round((ms % 60_000) / 1_000)} s`;
}

export function countText(count: number): string {
  return scaled(count, 1_000, ['', ' k', ' M', ' G']);
}

export function byteText(bytes: number): string {
  return scaled(bytes, 1_024, [' B', ' KiB', ' MiB', ' GiB', ' TiB']);
}

function scaled(value: number, base: number, units: readonly string[]): string {
  let unit = 0;
  let rest = value;
  while (rest >= base && unit < units.length - 1) {
    rest /= base;
    unit++;
  }
  return `${unit === 0 || rest >= 100 ? Math.round(rest) : rest.toFixed(1)}${units[unit]}`;
}
