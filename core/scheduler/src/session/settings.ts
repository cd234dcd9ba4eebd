import { PLANNER_DEFAULTS, resolvePlannerSettings } from '@arbalest/planner';
import { userError } from '@arbalest/spi';
import { parseDuration } from './duration.js';
import { nearestNames } from './nearest-names.js';

/** A setting that a session knows. */
export interface SettingDefinition {
  readonly name: string;
  readonly default: string;
  readonly doc: string;
  /** Whose it is: read by the scheduler, by the planner, or handed to the front end and the engine. */
  readonly for: 'scheduler' | 'planner' | 'engine';
  /** What is wrong with the value, as "must be …"; undefined when nothing is. */
  check(value: string): string | undefined;
}

/** All of them, by name. */
export const SETTINGS: ReadonlyMap<string, SettingDefinition> = new Map(
  [
    scheduler('query_timeout', '0', 'A statement that takes longer is cancelled, e.g. 30s or 5min; 0 = no limit', isDuration),
    scheduler('result_ttl', '10min', 'How long a result that nobody has read to its end is kept', isDuration),
    scheduler('executor_wait_ms', '30000', 'How long a statement waits for an executor when there is none, milliseconds', isCount),
    scheduler('queue_weight', '1', 'Share of the executors against other jobs; a job of weight 2 gets twice as many slots', isWeight),
    scheduler('session_tasks', '0', 'Tasks that all statements of this session may run at once; 0 = no limit', isCount),
    scheduler(
      'twins',
      'true',
      'Whether a slow task is started a second time on another executor; the first that finishes counts',
      isBoolean,
    ),
    scheduler('twin_quantile', '0.75', "Share of a stage's tasks that have finished before any of it gets a twin", isShare),
    scheduler('twin_factor', '1.5', 'How many times as long as their median a task has taken before it gets a twin', isFactor),
    scheduler('twin_after', '2s', 'How long a task has taken at least before it gets a twin', isDuration),
    planner(
      'planner.small_query_bytes',
      String(PLANNER_DEFAULTS.smallQueryBytes),
      'A statement that scans fewer stored bytes runs whole on one executor; 0 = always distribute',
    ),
    planner(
      'planner.broadcast_bytes',
      String(PLANNER_DEFAULTS.broadcastBytes),
      'A join side of at most this many bytes is sent to every executor',
    ),
    planner('planner.partitions', String(PLANNER_DEFAULTS.partitions), 'Partitions of an exchange; 0 = as many as executors'),
    planner('planner.adaptive', String(PLANNER_DEFAULTS.adaptive), 'Plan again what has not started whenever a stage has ended'),
    engine('timezone', 'UTC', 'Time zone of TIMESTAMP WITH TIME ZONE in text and in date functions'),
    engine('calendar', 'gregorian', 'Calendar of date functions'),
    engine('default_collation', '', 'Collation of text where none is named'),
    engine('default_order', 'asc', 'Direction of ORDER BY where none is named', oneOf('asc', 'desc', 'ascending', 'descending')),
    engine(
      'default_null_order',
      'nulls_last',
      'Where ORDER BY puts NULL when it does not say',
      oneOf('nulls_first', 'nulls_last', 'nulls_first_on_asc_last_on_desc', 'nulls_last_on_asc_first_on_desc'),
    ),
    engine('integer_division', 'false', 'Whether / between integers gives an integer', isBoolean),
    engine('ieee_floating_point_ops', 'true', 'Whether dividing by zero gives infinity or NaN in place of NULL', isBoolean),
    engine('old_implicit_casting', 'false', 'Whether more types are cast to text without being asked to', isBoolean),
    engine('order_by_non_integer_literal', 'false', 'Whether ORDER BY takes constants that are no column numbers', isBoolean),
    engine(
      'lambda_syntax',
      'DEFAULT',
      'Whether x -> … still means a lambda',
      oneOf('default', 'enable_single_arrow', 'disable_single_arrow'),
    ),
    engine('scalar_subquery_error_on_multiple_rows', 'true', 'Whether a scalar subquery with several rows is an error', isBoolean),
  ].map((definition) => [definition.name, definition]),
);

/**
 * Name and value as they are kept.
 *
 * @throws user error `SETTING_UNKNOWN` with the nearest names, or `SETTING_INVALID`
 */
export function checkSetting(name: string, value: string): { readonly name: string; readonly value: string } {
  const definition = settingNamed(name);
  const wrong = definition.check(value.trim());
  if (wrong) throw userError('SETTING_INVALID', `${definition.name} ${wrong}, not '${value}'`);
  return { name: definition.name, value: value.trim() };
}

export function isKnownSetting(name: string): boolean {
  return SETTINGS.has(name.toLowerCase());
}

/** @throws user error `SETTING_UNKNOWN` with the nearest names */
export function settingNamed(name: string): SettingDefinition {
  const definition = SETTINGS.get(name.toLowerCase());
  if (definition) return definition;
  const candidates = nearestNames(name, SETTINGS.keys());
  const hint = candidates.length > 0 ? `; did you mean ${candidates.join(' or ')}?` : '; SHOW ALL lists those that there are';
  throw userError('SETTING_UNKNOWN', `There is no setting '${name}'${hint}`, { candidates });
}

function scheduler(name: string, value: string, doc: string, check: SettingDefinition['check']): SettingDefinition {
  return { name, default: value, doc, for: 'scheduler', check };
}

function planner(name: string, value: string, doc: string): SettingDefinition {
  return { name, default: value, doc, for: 'planner', check: (text) => plannerComplaint(name, text) };
}

function engine(name: string, value: string, doc: string, check: SettingDefinition['check'] = () => undefined): SettingDefinition {
  return { name, default: value, doc, for: 'engine', check };
}

/** The planner reads its own settings; what it says begins with the name, too. */
function plannerComplaint(name: string, text: string): string | undefined {
  try {
    resolvePlannerSettings({ [name]: text });
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(`${name} `, '').replace(/, not '.*'$/, '');
  }
}

function isDuration(text: string): string | undefined {
  return parseDuration(text) === undefined ? 'must be a length of time such as 500ms, 30s or 5min' : undefined;
}

function isCount(text: string): string | undefined {
  return /^\d{1,9}$/.test(text) ? undefined : 'must be a whole number from 0';
}

function isWeight(text: string): string | undefined {
  const value = Number(text);
  return value >= 0.01 && value <= 100 ? undefined : 'must be a number from 0.01 to 100';
}

function isShare(text: string): string | undefined {
  const value = Number(text);
  return text !== '' && value >= 0 && value <= 1 ? undefined : 'must be a number from 0 to 1';
}

function isFactor(text: string): string | undefined {
  const value = Number(text);
  return value >= 1 && value <= 1000 ? undefined : 'must be a number from 1 to 1000';
}

function isBoolean(text: string): string | undefined {
  return /^(true|false|on|off|yes|no|1|0)$/i.test(text) ? undefined : 'must be true or false';
}

/** What a boolean setting says. */
export function isOn(text: string): boolean {
  return /^(true|on|yes|1)$/i.test(text);
}

function oneOf(...values: readonly string[]): SettingDefinition['check'] {
  return (text) => (values.includes(text.toLowerCase()) ? undefined : `must be one of ${values.join(', ')}`);
}
