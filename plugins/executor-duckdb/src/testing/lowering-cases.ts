import type { PlanNode } from '@arbalest/plan';
import { aggregate, BIGINT, BOOLEAN, call, column, constant, INTEGER, join, on, rows, sortKey, VARCHAR, window } from './plans.js';

const L = 'VALUES (1, 10), (2, 20), (2, 21), (3, NULL), (NULL, 5)';
const R = 'VALUES (2, 200), (3, 300), (3, 301), (NULL, 9), (4, 400)';
export const left = rows(L, INTEGER, INTEGER);
export const right = rows(R, INTEGER, INTEGER);
export const onKey = on('=', column(0), column(0));
const l = `(${L}) l(a, b)`;
const r = `(${R}) r(a, c)`;

/** What a plan must answer, as SQL over the same rows. */
export const LOWERING_CASES: readonly (readonly [string, PlanNode, string])[] = [
  [
    'filter over computed columns',
    {
      kind: 'filter',
      input: { kind: 'project', input: left, expressions: [call('+', INTEGER, column(0), column(1))] },
      predicate: { kind: 'compare', op: '>', left: column(0), right: constant('15'), type: BOOLEAN },
    },
    `SELECT a + b FROM ${l} WHERE a + b > 15`,
  ],
  ['inner join', join('inner', left, right, onKey), `SELECT * FROM ${l} JOIN ${r} ON l.a = r.a`],
  ['cross product', join('inner', left, right), `SELECT * FROM ${l}, ${r}`],
  ['left join', join('left', left, right, onKey), `SELECT * FROM ${l} LEFT JOIN ${r} ON l.a = r.a`],
  ['right join', join('right', left, right, onKey), `SELECT * FROM ${l} RIGHT JOIN ${r} ON l.a = r.a`],
  ['full join', join('full', left, right, onKey), `SELECT * FROM ${l} FULL JOIN ${r} ON l.a = r.a`],
  [
    'join with a predicate',
    {
      ...join('left', left, right, onKey),
      predicate: { kind: 'compare', op: '<', left: column(3), right: constant('301'), type: BOOLEAN },
    },
    `SELECT * FROM ${l} LEFT JOIN ${r} ON l.a = r.a AND c < 301`,
  ],
  [
    'join of joins',
    join('left', left, join('inner', right, left, onKey), on('=', column(0), column(2))),
    `SELECT * FROM ${l} LEFT JOIN (SELECT * FROM ${r} JOIN (${L}) x(a2, b2) ON r.a = a2) ON l.a = a2`,
  ],
  ['semi join', join('semi', left, right, onKey), `SELECT * FROM ${l} WHERE EXISTS (FROM ${r} WHERE l.a = r.a)`],
  ['anti join', join('anti', left, right, onKey), `SELECT * FROM ${l} WHERE NOT EXISTS (FROM ${r} WHERE l.a = r.a)`],
  ['right semi join', join('right-semi', left, right, onKey), `SELECT * FROM ${r} WHERE EXISTS (FROM ${l} WHERE l.a = r.a)`],
  ['right anti join', join('right-anti', left, right, onKey), `SELECT * FROM ${r} WHERE NOT EXISTS (FROM ${l} WHERE l.a = r.a)`],
  [
    'null-safe join',
    join('inner', left, right, on('IS NOT DISTINCT FROM', column(0), column(0))),
    `SELECT * FROM ${l} JOIN ${r} ON l.a IS NOT DISTINCT FROM r.a`,
  ],
  ['mark join, one equality', join('mark', left, right, onKey), `SELECT *, a IN (SELECT a FROM ${r}) FROM ${l}`],
  ['mark join, no NULL on the right', join('mark', left, rows('VALUES (2), (3)', INTEGER), onKey), `SELECT *, a IN (2, 3) FROM ${l}`],
  ['mark join, empty right', join('mark', left, rows('SELECT 1 WHERE false', INTEGER), onKey), `SELECT *, false FROM ${l}`],
  ['mark join, inequality', join('mark', left, right, on('<', column(0), column(0))), `SELECT *, a < ANY (SELECT a FROM ${r}) FROM ${l}`],
  [
    'mark join, null-safe',
    join('mark', left, right, on('IS NOT DISTINCT FROM', column(0), column(0))),
    `SELECT *, EXISTS (FROM ${r} WHERE r.a IS NOT DISTINCT FROM l.a) FROM ${l}`,
  ],
  [
    'mark join, correlated',
    join('mark', left, right, onKey, on('IS NOT DISTINCT FROM', column(1), column(1))),
    `SELECT *, a IN (SELECT a FROM ${r} WHERE c IS NOT DISTINCT FROM b) FROM ${l}`,
  ],
  [
    'mark join, two equalities',
    join('mark', left, right, onKey, on('=', call('*', INTEGER, column(1), constant('10')), column(1))),
    `SELECT *, (SELECT CASE WHEN bool_or(l.a = r.a AND b * 10 = c) THEN true WHEN bool_or((l.a = r.a AND b * 10 = c) IS NULL) THEN NULL ELSE false END FROM ${r}) FROM ${l}`,
  ],
  [
    'single join',
    join('single', left, rows('VALUES (2, 7), (9, 8)', INTEGER, INTEGER), onKey),
    `SELECT *, CASE WHEN a = 2 THEN 2 END, (SELECT 7 WHERE a = 2) FROM ${l}`,
  ],
  ['single join without conditions', join('single', left, rows('SELECT 42', INTEGER)), `SELECT *, 42 FROM ${l}`],
  ['single join with an empty right side', join('single', left, rows('SELECT 42 WHERE false', INTEGER)), `SELECT *, NULL FROM ${l}`],
  [
    'single join by an inequality',
    join('single', left, rows('VALUES (3, 7)', INTEGER, INTEGER), on('<', column(0), column(0))),
    `SELECT l.*, x.* FROM ${l} LEFT JOIN (VALUES (3, 7)) x(k, v) ON a < k`,
  ],
  [
    'asof join',
    { ...join('left', left, right, on('>=', column(1), call('//', INTEGER, column(1), constant('20')))), asof: true },
    `SELECT l.*, x.a, x.c FROM ${l} ASOF LEFT JOIN (SELECT a, c, c // 20 AS k FROM ${r}) x ON l.b >= x.k`,
  ],
  [
    'correlated subquery by a delim join',
    {
      ...join(
        'left',
        left,
        {
          kind: 'aggregate',
          input: join('inner', { kind: 'delim-get', types: [INTEGER] }, right, onKey),
          groups: [column(0)],
          aggregates: [aggregate('max', INTEGER, column(2))],
          groupingCalls: [],
        },
        on('IS NOT DISTINCT FROM', column(0), column(0)),
      ),
      delim: { source: 'left', columns: [column(0)] },
    },
    `SELECT l.*, x.a, x.m FROM ${l} LEFT JOIN (SELECT a, max(c) m FROM ${r} WHERE a IN (SELECT a FROM ${l}) GROUP BY a) x ON l.a = x.a`,
  ],
  [
    'aggregate',
    {
      kind: 'aggregate',
      input: left,
      groups: [column(0)],
      aggregates: [aggregate('count_star', BIGINT), aggregate('sum', { id: 'HUGEINT' }, column(1))],
      groupingCalls: [],
    },
    `SELECT a, count(*), sum(b) FROM ${l} GROUP BY a`,
  ],
  [
    'aggregate without groups over nothing',
    {
      kind: 'aggregate',
      input: rows('SELECT 1 WHERE false', INTEGER),
      groups: [],
      aggregates: [aggregate('count_star', BIGINT), aggregate('sum_no_overflow', { id: 'HUGEINT' }, column(0))],
      groupingCalls: [],
    },
    'SELECT 0, NULL',
  ],
  [
    'aggregate with filter, order and distinct',
    {
      kind: 'aggregate',
      input: left,
      groups: [],
      aggregates: [
        {
          ...aggregate('list', { id: 'LIST', child: INTEGER }, column(1)),
          orderBy: [sortKey(column(1), true)],
          filter: { kind: 'logical', op: 'is-not-null', args: [column(1)], type: BOOLEAN },
        },
        { ...aggregate('count', BIGINT, column(0)), distinct: true },
        aggregate('string_agg', VARCHAR, { kind: 'cast', input: column(1), type: VARCHAR, try: false }, constant(';', VARCHAR)),
      ],
      groupingCalls: [],
    },
    `SELECT list(b ORDER BY b DESC) FILTER (b IS NOT NULL), count(DISTINCT a), string_agg(b, ';') FROM ${l}`,
  ],
  [
    'grouping sets with one expression twice',
    {
      kind: 'aggregate',
      input: left,
      groups: [column(0), column(0), column(1)],
      aggregates: [aggregate('count_star', BIGINT)],
      sets: [[0], [1, 2], []],
      groupingCalls: [[0, 1], [2]],
    },
    `SELECT x, y, b, count(*), GROUPING(x, y), GROUPING(b) FROM (SELECT a x, a y, b FROM ${l}) GROUP BY GROUPING SETS ((x), (y, b), ())`,
  ],
  [
    'a constant as group',
    { kind: 'aggregate', input: left, groups: [constant('2')], aggregates: [aggregate('count_star', BIGINT)], groupingCalls: [] },
    `SELECT 2, count(*) FROM ${l}`,
  ],
  [
    'distinct',
    { kind: 'distinct', input: { kind: 'project', input: left, expressions: [column(0)] }, orderBy: [] },
    `SELECT DISTINCT a FROM ${l}`,
  ],
  [
    'distinct on',
    { kind: 'distinct', input: left, on: [column(0)], orderBy: [sortKey(column(0)), sortKey(column(1), true)] },
    `SELECT DISTINCT ON (a) * FROM ${l} ORDER BY a, b DESC NULLS LAST`,
  ],
  [
    'windows',
    {
      kind: 'window',
      input: left,
      windows: [
        window('row_number', BIGINT, { orderBy: [sortKey(column(1))] }),
        window(
          'sum',
          { id: 'HUGEINT' },
          {
            aggregate: true,
            args: [column(1)],
            orderBy: [sortKey(column(1))],
            frame: {
              unit: 'rows',
              start: { kind: 'preceding', offset: constant('1', BIGINT) },
              end: { kind: 'following', offset: constant('1', BIGINT) },
              exclude: 'current-row',
            },
          },
        ),
        window(
          'sum',
          { id: 'HUGEINT' },
          {
            aggregate: true,
            args: [column(1)],
            orderBy: [sortKey(column(1))],
            frame: {
              unit: 'range',
              start: { kind: 'preceding', offset: constant('10') },
              end: { kind: 'current-row' },
              exclude: 'no-others',
            },
          },
        ),
        window('lag', INTEGER, {
          args: [column(1)],
          offset: constant('2', BIGINT),
          default: constant('-1'),
          orderBy: [sortKey(column(1))],
        }),
        window('last_value', INTEGER, {
          args: [column(1)],
          ignoreNulls: true,
          orderBy: [sortKey(column(0), true, true), sortKey(column(1))],
        }),
        window('count', BIGINT, { aggregate: true, args: [column(0)], distinct: true, partitionBy: [column(0)] }),
        window('count_star', BIGINT, {
          aggregate: true,
          orderBy: [sortKey(column(0))],
          frame: { unit: 'groups', start: { kind: 'current-row' }, end: { kind: 'unbounded-following' }, exclude: 'ties' },
        }),
      ],
    },
    `SELECT a, b, row_number() OVER (ORDER BY b), sum(b) OVER (ORDER BY b ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW), sum(b) OVER (ORDER BY b RANGE BETWEEN 10 PRECEDING AND CURRENT ROW), lag(b, 2, -1) OVER (ORDER BY b), last_value(b IGNORE NULLS) OVER (ORDER BY a DESC NULLS FIRST, b), count(DISTINCT a) OVER (PARTITION BY a), count(*) OVER (ORDER BY a GROUPS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING EXCLUDE TIES) FROM ${l}`,
  ],
  [
    'unnest, lists side by side',
    {
      kind: 'unnest',
      input: rows(
        "VALUES (1, [1, 2, 3], ['x']), (2, NULL, []), (3, [], ['y', 'z'])",
        INTEGER,
        { id: 'LIST', child: INTEGER },
        { id: 'LIST', child: VARCHAR },
      ),
      lists: [column(1, { id: 'LIST', child: INTEGER }), column(2, { id: 'LIST', child: VARCHAR })],
    },
    "SELECT i, p, q, unnest(p), unnest(q) FROM (VALUES (1, [1, 2, 3], ['x']), (2, NULL, []), (3, [], ['y', 'z'])) t(i, p, q)",
  ],
  [
    'top-n',
    { kind: 'top-n', input: left, keys: [sortKey(column(1), true, true)], limit: 2, offset: 1 },
    `SELECT * FROM ${l} ORDER BY b DESC NULLS FIRST LIMIT 2 OFFSET 1`,
  ],
  [
    'limit in per cent',
    { kind: 'limit', input: left, limit: constant('40', { id: 'DOUBLE' }), percent: true },
    `SELECT * FROM ${l} LIMIT 40%`,
  ],
  [
    'limit and offset over an order',
    {
      kind: 'limit',
      input: { kind: 'sort', input: left, keys: [sortKey(column(1))] },
      limit: constant('2', BIGINT),
      percent: false,
      offset: constant('1', BIGINT),
    },
    `SELECT * FROM ${l} ORDER BY b LIMIT 2 OFFSET 1`,
  ],
  ['union all', { kind: 'set-operation', op: 'union', all: true, inputs: [left, right, left] }, `${L} UNION ALL ${R} UNION ALL ${L}`],
  ['union', { kind: 'set-operation', op: 'union', all: false, inputs: [left, left] }, `${L} UNION ${L}`],
  ['intersect', { kind: 'set-operation', op: 'intersect', all: false, inputs: [left, left] }, `SELECT DISTINCT * FROM ${l}`],
  [
    'except all',
    {
      kind: 'set-operation',
      op: 'except',
      all: true,
      inputs: [{ kind: 'set-operation', op: 'union', all: true, inputs: [left, left] }, left],
    },
    L,
  ],
  [
    'a definition read twice',
    {
      kind: 'cte',
      id: 7,
      name: 'x',
      definition: left,
      consumer: join(
        'inner',
        { kind: 'cte-ref', id: 7, types: [INTEGER, INTEGER] },
        { kind: 'cte-ref', id: 7, types: [INTEGER, INTEGER] },
        onKey,
      ),
    },
    `SELECT * FROM ${l} JOIN (${L}) m(a, b) ON l.a = m.a`,
  ],
  [
    'values of every kind',
    {
      kind: 'values',
      types: [INTEGER, VARCHAR, { id: 'LIST', child: INTEGER }],
      values: [
        [constant('1'), constant("it's\0", VARCHAR), { kind: 'constant', value: ['1', null], type: { id: 'LIST', child: INTEGER } }],
      ],
    },
    "SELECT 1, 'it''s' || chr(0), [1, NULL]",
  ],
  [
    'a table function',
    { kind: 'table-function', name: 'range', args: [constant('3', BIGINT)], namedArgs: [], names: ['range'], types: [BIGINT] },
    'FROM range(3)',
  ],
  [
    'expressions',
    {
      kind: 'project',
      input: left,
      expressions: [
        {
          kind: 'case',
          branches: [
            { when: { kind: 'compare', op: '>', left: column(0), right: constant('1'), type: BOOLEAN }, then: constant('big', VARCHAR) },
          ],
          otherwise: constant(null, VARCHAR),
          type: VARCHAR,
        },
        { kind: 'in', input: column(0), values: [constant('1'), constant(null)], negated: true, type: BOOLEAN },
        { kind: 'logical', op: 'between', args: [column(1), constant('5'), constant('20')], type: BOOLEAN },
        { kind: 'logical', op: 'coalesce', args: [column(1), column(0), constant('0')], type: INTEGER },
        { kind: 'cast', input: constant('x', VARCHAR), type: INTEGER, try: true },
        call('constant_or_null', INTEGER, constant('1'), column(1)),
        {
          kind: 'call',
          name: 'struct_pack',
          args: [column(0), column(1)],
          argNames: ['x', 'y z'],
          type: {
            id: 'STRUCT',
            fields: [
              { name: 'x', type: INTEGER },
              { name: 'y z', type: INTEGER },
            ],
          },
          volatile: false,
        },
        call('list_transform', { id: 'LIST', child: INTEGER }, call('list_value', { id: 'LIST', child: INTEGER }, column(0), column(1)), {
          kind: 'lambda',
          parameters: ['x'],
          inputWidth: 2,
          body: call('+', INTEGER, column(2), column(1)),
          type: INTEGER,
        }),
      ],
    },
    `SELECT CASE WHEN a > 1 THEN 'big' END, a NOT IN (1, NULL), b BETWEEN 5 AND 20, coalesce(b, a, 0), NULL, CASE WHEN b IS NOT NULL THEN 1 END, {'x': a, 'y z': b}, list_transform([a, b], lambda x: x + b) FROM ${l}`,
  ],
];
