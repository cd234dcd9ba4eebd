import type { StagePlan } from '@arbalest/planner';
import { internalError } from '@arbalest/spi';
import type { GraphSpec } from './graph-spec.js';
import { StageRun } from './stage-run.js';

/** The stages of one job as the present plan has them: who makes, who reads. */
export class StageRuns {
  private current: StagePlan;
  private readonly byId = new Map<number, StageRun>();
  private inOrder: readonly StageRun[] = [];
  private readonly readers = new Map<number, StageRun[]>();

  constructor(private readonly spec: GraphSpec) {
    this.current = spec.plan;
    this.adopt(spec.plan);
  }

  get plan(): StagePlan {
    return this.current;
  }

  /** In topological order; the last one makes the result. */
  get ordered(): readonly StageRun[] {
    return this.inOrder;
  }

  get root(): StageRun {
    return this.inOrder.at(-1)!;
  }

  /** Those of the plan, and those that the plan has left out but that had begun. */
  all(): readonly StageRun[] {
    return [...this.byId.values()];
  }

  get(stage: number): StageRun | undefined {
    return this.byId.get(stage);
  }

  producer(stage: number): StageRun {
    const run = this.byId.get(stage);
    if (!run) throw internalError('STAGE_MISSING', `Job ${this.spec.job} reads stage ${stage}, which its plan does not have`);
    return run;
  }

  consumers(run: StageRun): readonly StageRun[] {
    return this.readers.get(run.id) ?? [];
  }

  /** Somebody may read what it makes. */
  isNeeded(run: StageRun): boolean {
    return run === this.root || this.consumers(run).some((consumer) => consumer.state.state !== 'finished');
  }

  /** Goes on with another plan. Stages that have begun are the same in both. */
  adopt(plan: StagePlan): void {
    const ids = new Set(plan.stages.map((stage) => stage.id));
    for (const stage of plan.stages) {
      const known = this.byId.get(stage.id);
      if (!known || (known.stage !== stage && known.state.state === 'blocked')) this.byId.set(stage.id, new StageRun(stage, this.spec));
    }
    // A stage that the new plan has no use for, and that nobody has begun, is as if it had never been.
    for (const [id, run] of this.byId) if (!ids.has(id) && run.state.state === 'blocked') this.byId.delete(id);
    this.current = plan;
    this.inOrder = plan.stages.map((stage) => this.byId.get(stage.id)!);
    this.readers.clear();
    for (const run of this.inOrder)
      for (const { stage } of run.stage.inputs) this.readers.set(stage, [...(this.readers.get(stage) ?? []), run]);
  }
}
