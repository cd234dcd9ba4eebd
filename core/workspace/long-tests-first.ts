import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Test files that take more than about 20 s, longest first; those that need images of functions or servers after those that do not, so that
 * the images are built meanwhile. Only the order depends on it: a file that is missing here comes later.
 */
const LONG = [
  'udf-runtimes/conformance/src/runtime-tests.test.ts',
  'test/e2e/plugin-authoring.test.ts',
  'test/e2e/survival.test.ts',
  'test/integration/planner/tpc-distributed.test.ts',
  'udf-runtimes/conformance/src/wrong-server.test.ts',
  'test/clients/go.test.ts',
  'test/e2e/cli.test.ts',
  'test/sim/src/run-seed.test.ts',
  'test/integration/state/etcd.test.ts',
  'test/integration/planner/statements-distributed.test.ts',
  'test/e2e/tpc.test.ts',
  'test/sim/src/mutants/mutants.test.ts',
  'plugins/state-etcd/src/etcd-state-store.test.ts',
  'plugins/executor-container/src/server/sandbox.test.ts',
  'test/e2e/udf-cli.test.ts',
  'test/chaos/src/chaos.test.ts',
  'test/e2e/functions/foreign-servers.test.ts',
  'test/cluster-images/cluster.test.ts',
  'test/cluster-images/compose.test.ts',
  'plugins/catalog-postgres/src/catalog.test.ts',
];

/** Starts long files first, so that none of them is alone in the end: vitest knows how long they take only where they have run before. */
export class LongTestsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const index = LONG.indexOf(relative(this.ctx.config.root, moduleId));
      return index < 0 ? LONG.length : index;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
