import { userError } from '@arbalest/spi';
import type { PlannerSettings } from './stage.js';

const MIB = 1024 * 1024;

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 1024,
  mib: MIB,
  gib: 1024 * MIB,
  tib: 1024 * 1024 * MIB,
};

export const PLANNER_DEFAULTS: PlannerSettings = Object.freeze({
  smallQueryBytes: 16 * MIB,
  broadcastBytes: 64 * MIB,
  partitions: 0,
  adaptive: true,
});

/** More partitions than this do not fit the partition id that travels with each row. */
const MAX_PARTITIONS = 4096;

const READERS: Readonly<Record<string, (name: string, text: string) => Partial<PlannerSettings>>> = {
  'planner.small_query_bytes': (name, text) => ({ smallQueryBytes: readBytes(name, text) }),
  'planner.broadcast_bytes': (name, text) => ({ broadcastBytes: readBytes(name, text) }),
  'planner.partitions': (name, text) => ({ partitions: readPartitions(name, text) }),
  'planner.adaptive': (name, text) => ({ adaptive: readBoolean(name, text) }),
};

/** The names of the settings, for completion and for "did you mean". */
export const PLANNER_SETTING_NAMES: readonly string[] = Object.freeze(Object.keys(READERS));

/**
 * Session settings as the planner uses them, resolved once per statement and frozen. Names that do not begin with `planner.` belong to
 * others and are passed over.
 *
 * @throws user error `SETTING_UNKNOWN` or `SETTING_INVALID`
 */
export function resolvePlannerSettings(session: Readonly<Record<string, string>>): PlannerSettings {
  let resolved = PLANNER_DEFAULTS;
  for (const [name, text] of Object.entries(session)) {
    if (!name.startsWith('planner.')) continue;
    const read = READERS[name];
    if (!read) {
      throw userError('SETTING_UNKNOWN', `There is no setting ${name}; the planner knows ${PLANNER_SETTING_NAMES.join(', ')}`, {
        candidates: PLANNER_SETTING_NAMES,
      });
    }
    resolved = { ...resolved, ...read(name, text.trim()) };
  }
  return Object.freeze(resolved);
}

function readBytes(name: string, text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text);
  const unit = match ? UNITS[match[2]!.toLowerCase()] : undefined;
  if (!match || unit === undefined) throw invalid(name, 'a number of bytes such as 1048576, 16MB or 64MiB', text);
  return Math.floor(Number(match[1]) * unit);
}

function readPartitions(name: string, text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > MAX_PARTITIONS) throw invalid(name, `a whole number from 0 to ${MAX_PARTITIONS}`, text);
  return value;
}

function readBoolean(name: string, text: string): boolean {
  const value = text.toLowerCase();
  if (['true', 'on', 'yes', '1'].includes(value)) return true;
  if (['false', 'off', 'no', '0'].includes(value)) return false;
  throw invalid(name, 'true or false', text);
}

function invalid(name: string, wanted: string, met: string) {
  return userError('SETTING_INVALID', `${name} must be ${wanted}, not '${met}'`);
}
