import type { CheckedCandidate } from './candidate.js';

export interface DependencyOrder {
  /** Every plugin after those it depends on; otherwise as they came. */
  readonly order: readonly CheckedCandidate[];
  readonly problems: readonly string[];
}

/** `known` names plugins that are there, but not for this role: a dependency on one of them holds nothing up. */
export function dependencyOrder(candidates: readonly CheckedCandidate[], known: ReadonlySet<string> = new Set()): DependencyOrder {
  const byId = new Map(candidates.map((candidate) => [candidate.manifest.id, candidate]));
  const order: CheckedCandidate[] = [];
  const problems: string[] = [];
  const done = new Set<string>();

  const visit = (candidate: CheckedCandidate, path: readonly string[]): void => {
    const { id, dependsOn = [] } = candidate.manifest;
    if (done.has(id)) return;
    if (path.includes(id)) {
      problems.push(`Plugins depend on each other in a circle: ${[...path.slice(path.indexOf(id)), id].join(' → ')}`);
      return;
    }
    for (const wanted of dependsOn) {
      const other = byId.get(wanted);
      if (other !== undefined) visit(other, [...path, id]);
      else if (!known.has(wanted)) problems.push(`The plugin "${id}" depends on "${wanted}", which is not loaded; add it to "plugins"`);
    }
    if (done.has(id)) return;
    done.add(id);
    order.push(candidate);
  };

  candidates.forEach((candidate) => visit(candidate, []));
  return { order, problems };
}
