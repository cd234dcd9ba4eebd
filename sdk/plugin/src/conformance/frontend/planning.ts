import type { PlanNode, ScanNode } from '@arbalest/plan';
import { childrenOf, outputTypes } from '@arbalest/plan';
import { type Frontend, type LogicalPlan, typeToSql } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { DATES, NUMBERS, planContext } from './context.js';
import type { FrontendTexts } from './subject.js';

export function frontendPlanning(here: () => Frontend, texts: FrontendTexts): void {
  const planned = async (query: string, more = {}) => {
    const context = planContext(texts.view, more);
    return { ...(await here().plan(query, context)), context };
  };
  const columns = ({ fields }: LogicalPlan) => fields.map(({ name, type }) => `${name} ${typeToSql(type)}`);
  const declared = (fields: typeof NUMBERS) => fields.map(({ name, type }) => `${name} ${typeToSql(type)}`);

  it('says which columns a query has, and plans them', async () => {
    const plan = await planned(texts.query);
    expect(columns(plan)).toEqual(declared(NUMBERS));
    expect(outputTypes(plan.plan as PlanNode).map(typeToSql)).toEqual(NUMBERS.map(({ type }) => typeToSql(type)));
  });

  it('refers to the tables it was given, each scan by the table\u2019s position', async () => {
    const plan = await planned(texts.join);
    expect(plan.tables.map(({ name }) => name.name).toSorted()).toEqual(['dates', 'numbers']);
    expect(columns(plan).map((column) => column.replace(/_\d /, ' '))).toEqual([...declared(NUMBERS), ...declared(DATES)]);
    for (const scan of scansOf(plan.plan as PlanNode)) {
      const { fields } = plan.tables[scan.table]!.source;
      for (const { column, name, type } of scan.columns) expect(fields[column]).toMatchObject({ name, type });
    }
  });

  it('asks for each name once, however often a query uses it', async () => {
    const { context, tables } = await planned(texts.several);
    expect(context.resolved).toEqual(['numbers']);
    expect(tables.map(({ name }) => name.name)).toContain('numbers');
  });

  it('sees through a view to the tables under it', async () => {
    const plan = await planned(texts.overView);
    expect(columns(plan)).toEqual([declared(NUMBERS)[0]]);
    expect(plan.context.resolved.toSorted()).toEqual(['evens', 'numbers']);
    expect(plan.tables.map(({ name }) => name.name)).toEqual(['numbers']);
  });

  it('plans a query that names no table without asking for one', async () => {
    const plan = await planned(texts.noTable);
    expect(plan.fields).toHaveLength(1);
    expect(plan.context.resolved).toEqual([]);
    expect(plan.tables).toEqual([]);
  });

  it('puts parameters in before it plans', async () => {
    const plans = await Promise.all([1, 2].map((value) => planned(texts.parameter, { parameters: [value] })));
    expect(columns(plans[0]!)).toEqual([declared(NUMBERS)[1]]);
    expect(JSON.stringify(plans[0]!.plan)).not.toBe(JSON.stringify(plans[1]!.plan));
  });

  it('gives the same plan for the same query, and plans several at once', async () => {
    const queries = [texts.query, texts.join, texts.query, texts.noTable];
    const found = await Promise.all(queries.map((query) => planned(query)));
    expect(found[2]!.plan).toEqual(found[0]!.plan);
    expect(found.map(({ tables }) => tables.length)).toEqual([1, 2, 1, 0]);
  });

  it('gives plans that are plain data, and says why one runs whole', async () => {
    for (const query of [texts.query, texts.join, texts.several]) {
      const { plan, opaque, whole } = await planned(query);
      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      expect(plan.kind === 'opaque').toBe(opaque !== undefined);
      if (whole !== undefined) expect(whole.kind).toBe('opaque');
    }
  });

  if (texts.path !== undefined)
    it('asks for paths that a query names', async () => {
      const { context, tables } = await planned(texts.path!);
      expect(context.paths).toEqual(['/data/rows.csv']);
      expect(tables).toHaveLength(1);
    });
}

function scansOf(plan: PlanNode): ScanNode[] {
  return plan.kind === 'scan' ? [plan] : childrenOf(plan).flatMap(scansOf);
}
