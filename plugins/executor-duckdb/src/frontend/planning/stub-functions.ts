import type { DuckDBConnection } from '@duckdb/node-api';
import { STUB_PREFIX, stubsOf } from '../references/function-stubs.js';
import type { FunctionStub, StubSet } from '../references/function-stubs.js';
import { duckdb } from './duckdb-library.js';
import { toDuckDbType } from './duckdb-type.js';

/** How the error begins when DuckDB wants the value of a call for planning; the stub's name follows. */
export const STUB_CALLED = 'arbalest: a value is wanted of ';

/** As long as the other prefix, so that positions stay. */
const UNFOLDED_PREFIX = 'arbalest_udv_';

function unfoldedName(name: string): string {
  return name.replace(STUB_PREFIX, UNFOLDED_PREFIX);
}

/** What DuckDB says of such a query, with the usual stubs in their place. */
export function folded(text: string): string {
  return text.replaceAll(UNFOLDED_PREFIX, STUB_PREFIX);
}

/** Databases are renewed after so many, since functions that were replaced leave their stubs behind. */
const MAX_STUBS = 4096;

/** The stubs that one planning database knows. */
export class StubFunctions {
  private readonly known = new Set<string>();

  get full(): boolean {
    return this.known.size > MAX_STUBS;
  }

  /**
   * The query with other stubs, volatile ones, which DuckDB never tries to compute. It plans worse for them, but some of what it does with constants
   * must not fail: a pattern of LIKE, or VALUES in a prepared statement. Registers them.
   */
  unfolded(connection: DuckDBConnection, query: string, sets: readonly StubSet[]): string {
    for (const set of sets) {
      const name = unfoldedName(set.call);
      if (this.known.has(name)) continue;
      for (const stub of stubsOf(set)) registerStub(connection, { ...stub, name: unfoldedName(stub.name) }, true);
      this.known.add(name);
    }
    return query.replaceAll(STUB_PREFIX, UNFOLDED_PREFIX);
  }

  /** Makes the stubs known to all connections of the database. */
  register(connection: DuckDBConnection, sets: readonly StubSet[]): void {
    for (const set of sets) {
      if (this.known.has(set.call)) continue;
      // An overload is added to what goes by that name.
      for (const stub of stubsOf(set)) registerStub(connection, stub);
      this.known.add(set.call);
    }
  }
}

function registerStub(connection: DuckDBConnection, stub: FunctionStub, unfolded = false): void {
  const { definition, role } = stub;
  const callsForNull = role === 'complete' || role === 'arguments' || definition.nulls === 'call';
  const scalar = duckdb.DuckDBScalarFunction.create({
    name: stub.name,
    parameterTypes: stub.parameters.map(toDuckDbType),
    returnType: toDuckDbType(stub.returns),
    // Without it DuckDB knows that NULL makes NULL, and plans better for it.
    specialHandling: callsForNull,
    volatile: unfolded || (role !== 'arguments' && definition.volatility === 'volatile'),
    // Where the optimiser tries to compute a constant it leaves what fails as it is.
    mainFunction: (info) => info.setError(`${STUB_CALLED}${stub.name}`),
  });
  try {
    connection.registerScalarFunction(scalar);
  } finally {
    scalar.destroySync();
  }
}
