import { type PlannerSettings, resolvePlannerSettings } from '@arbalest/planner';
import { parseDuration } from './duration.js';
import type { TwinRule } from '../run/graph-spec.js';
import { checkSetting, isOn, settingNamed, SETTINGS } from './settings.js';

/** The settings of one session: what was set, over what the scheduler was started with, over the defaults. */
export class SessionSettings {
  private readonly chosen = new Map<string, string>();

  /** @throws user error as `checkSetting` */
  constructor(
    private readonly base: ReadonlyMap<string, string>,
    first: Readonly<Record<string, string>>,
    private readonly onChange: () => void = () => undefined,
  ) {
    for (const [name, value] of Object.entries(first)) this.set(name, value);
  }

  /** @throws user error as `checkSetting` */
  set(name: string, value: string): void {
    const checked = checkSetting(name, value);
    this.chosen.set(checked.name, checked.value);
    this.onChange();
  }

  /** Back to what a new session has. @throws user error `SETTING_UNKNOWN` */
  reset(name: string): void {
    this.chosen.delete(settingNamed(name).name);
    this.onChange();
  }

  /** Those that were set, by name. */
  own(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.chosen);
  }

  /** @throws user error `SETTING_UNKNOWN` */
  get(name: string): string {
    const { name: known, default: value } = settingNamed(name);
    return this.chosen.get(known) ?? this.base.get(known) ?? value;
  }

  milliseconds(name: 'query_timeout' | 'result_ttl' | 'twin_after'): number {
    return parseDuration(this.get(name)) ?? 0;
  }

  number(name: 'executor_wait_ms' | 'queue_weight' | 'session_tasks' | 'twin_quantile' | 'twin_factor'): number {
    return Number(this.get(name));
  }

  /** When slow tasks get twins, if they do. */
  twins(): { readonly twins?: TwinRule } {
    if (!isOn(this.get('twins'))) return {};
    const [quantile, factor, afterMs] = [this.number('twin_quantile'), this.number('twin_factor'), this.milliseconds('twin_after')];
    return { twins: { quantile, factor, afterMs } };
  }

  planner(): PlannerSettings {
    return resolvePlannerSettings(this.of('planner'));
  }

  /** For the front end and the engine: only what differs from the engine's own defaults. */
  engine(): Readonly<Record<string, string>> {
    return this.of('engine');
  }

  all(): readonly { readonly name: string; readonly value: string; readonly default: string; readonly doc: string }[] {
    return [...SETTINGS.values()].map(({ name, default: fallback, doc }) => ({ name, value: this.get(name), default: fallback, doc }));
  }

  private of(whose: 'planner' | 'engine'): Record<string, string> {
    const entries = [...SETTINGS.values()].filter(
      (definition) => definition.for === whose && (this.chosen.has(definition.name) || this.base.has(definition.name)),
    );
    return Object.fromEntries(entries.map(({ name }) => [name, this.get(name)]));
  }
}
