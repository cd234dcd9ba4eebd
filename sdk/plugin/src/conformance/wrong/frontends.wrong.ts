import {
  ArbalestError,
  isArbalestError,
  FRONTENDS,
  type Frontend,
  type LogicalPlan,
  type PlanContext,
  type Plugin,
  type Statement,
} from '@arbalest/spi';
import { loadPlugin } from '../../testing/index.js';
import { frontendConformance } from '../index.js';

// By a name that is not seen here: what the SDK is made of must not lead to a plugin.
const right = '@arbalest/executor-duckdb';
const { default: plugin } = (await import(right)) as { readonly default: Plugin };

/** DuckDB's front end. */
class Right implements Frontend {
  readonly id = 'right';

  constructor(
    readonly frontend: Frontend,
    readonly stop: () => Promise<void>,
  ) {}

  parse(script: string): Promise<readonly Statement[]> {
    return this.frontend.parse(script);
  }

  plan(query: string, context: PlanContext): Promise<LogicalPlan> {
    return this.frontend.plan(query, context);
  }

  async close(): Promise<void> {
    await this.frontend.close();
    await this.stop();
  }
}

class CutsAtEverySemicolon extends Right {
  override async parse(script: string): Promise<readonly Statement[]> {
    const statements: Statement[] = [];
    let position = 0;
    for (const text of script.split(';')) {
      if (text.trim() !== '') statements.push({ kind: 'query', text, query: text, position });
      position += text.length + 1;
    }
    return Promise.resolve(statements);
  }
}

class AsksForEachUse extends Right {
  override plan(query: string, context: PlanContext): Promise<LogicalPlan> {
    const resolve: PlanContext['resolve'] = async (name) => {
      await context.resolve(name);
      return context.resolve(name);
    };
    return super.plan(query, { ...context, resolve });
  }
}

class SaysNotWhere extends Right {
  override async plan(query: string, context: PlanContext): Promise<LogicalPlan> {
    try {
      return await super.plan(query, context);
    } catch (thrown) {
      throw isArbalestError(thrown) ? new ArbalestError(thrown.family, thrown.code, thrown.message) : thrown;
    }
  }
}

class ReadsTables extends Right {
  override async plan(query: string, context: PlanContext): Promise<LogicalPlan> {
    const plan = await super.plan(query, context);
    for (const table of plan.tables) await table.splits({ targetBytes: 1, filters: [], signal: context.signal });
    return plan;
  }
}

class ForgetsParameters extends Right {
  override plan(query: string, context: PlanContext): Promise<LogicalPlan> {
    return super.plan(query.replaceAll('$1', '1'), context);
  }
}

for (const Wrong of [CutsAtEverySemicolon, AsksForEachUse, SaysNotWhere, ReadsTables, ForgetsParameters])
  frontendConformance(Wrong.name, {
    open: async () => {
      const manifest = { kind: 'executor', id: 'duckdb', spi: '^1.0' } as const;
      const { services, close } = await loadPlugin(plugin, { manifest });
      return new Wrong(services.get(FRONTENDS), close);
    },
  });
