/** What one check of a plugin has to say. */
export interface CheckOutcome {
  readonly name: CheckName;
  /** `skipped`: it could not be made, and `problems` says why. */
  readonly outcome: 'ok' | 'failed' | 'skipped';
  /** What is wrong and what to do about it, one entry for each thing; empty when all is well. */
  readonly problems: readonly string[];
  /** What was found, for people. */
  readonly notes: readonly string[];
}

/** In the order in which they are made. */
export const CHECKS = ['manifest', 'interface', 'types', 'package', 'load', 'conformance'] as const;
export type CheckName = (typeof CHECKS)[number];

export function outcome(name: CheckName, problems: readonly string[], notes: readonly string[] = []): CheckOutcome {
  return { name, outcome: problems.length === 0 ? 'ok' : 'failed', problems, notes };
}

export function skipped(name: CheckName, reason: string): CheckOutcome {
  return { name, outcome: 'skipped', problems: [reason], notes: [] };
}
