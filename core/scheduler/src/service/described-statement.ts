import type { DescribeStatementResponse } from '../messages.js';
import type { StatementSummary } from '../statement/describe-statement.js';

/** As it goes over the wire. */
export function describedStatement({ query, fields, parameters }: StatementSummary): DescribeStatementResponse {
  return {
    query,
    fields: JSON.stringify(fields),
    parameters: parameters.map(({ name, type }) => ({ name, type: type ? JSON.stringify(type) : '' })),
  };
}
