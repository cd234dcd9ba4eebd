import { type Frontend, type LogicalPlan, type PlanContext, type Statement, type StatementBody, userError } from '@arbalest/spi';

/** A front end that knows the statements that a test gave it. What it was not given is a query of its own text. */
export class FakeFrontend implements Frontend {
  readonly id = 'fake';
  readonly planned: string[] = [];

  constructor(
    private readonly statements: Readonly<Record<string, StatementBody>> = {},
    private readonly plans: (query: string, context: PlanContext) => Promise<LogicalPlan> | LogicalPlan = () => CONSTANT_PLAN,
  ) {}

  async parse(script: string): Promise<readonly Statement[]> {
    const texts = script.split(';').filter((text) => text.trim() !== '');
    return texts.map((text) => ({
      text,
      position: script.indexOf(text),
      ...(this.statements[text.trim()] ?? { kind: 'query', query: text }),
    }));
  }

  async plan(query: string, context: PlanContext): Promise<LogicalPlan> {
    this.planned.push(query);
    if (query.includes('syntax error')) throw userError('SYNTAX', 'Syntax error', { position: query.indexOf('syntax error') });
    return this.plans(query, context);
  }

  async hasFunction(name: string): Promise<boolean> {
    return name === 'upper';
  }

  async close(): Promise<void> {}
}

/** SELECT 1 */
export const CONSTANT_PLAN: LogicalPlan = {
  plan: {
    kind: 'values',
    types: [{ id: 'INTEGER' }],
    values: [[{ kind: 'constant', value: '1', type: { id: 'INTEGER' } }]],
  } as LogicalPlan['plan'],
  fields: [{ name: '1', type: { id: 'INTEGER' }, nullable: false }],
  tables: [],
};
