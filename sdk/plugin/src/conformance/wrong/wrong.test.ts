import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/index.js';

/** For each wrong implementation, by its suite and its name: a test that catches it. */
const CAUGHT: readonly (readonly [suite: string, wrong: string, caughtBy: string])[] = [
  ['authenticator', 'TellsNamesByTime', 'takes as long for a wrong name as for a wrong secret'],
  ['authenticator', 'TakesSpaces', 'has no answer for credentials that are nearly good, empty or absurd'],
  ['authenticator', 'TakesPasswordsForTokens', 'has no answer for a good secret that is offered as one of another kind'],
  ['authenticator', 'ForgetsGroups', 'says who good credentials belong to, with name and groups'],
  ['authenticator', 'HearsNoSignal', 'lets nobody in once its signal has aborted'],
  ['catalog', 'KeepsItsVersion', 'shows a change in the next table, under another version'],
  ['catalog', 'ChangesTablesInPlace', 'changes no table that was handed out: what it says of itself is what it was'],
  ['catalog', 'LosesTheLastSplit', 'puts every row in exactly one split, however small they are to be'],
  ['catalog', 'ListsWhatIsNotThere', 'lists its tables, each under a name that leads to it'],
  ['catalog', 'HasEveryTable', 'has no table of a name that is not there'],
  ['catalog', 'PrunesTooMuch', 'leaves out no split that holds a row which passes the filters'],
  ['codec', 'GivesRowsAtBordersTwice', 'puts every row in exactly one split, however small they are to be'],
  ['codec', 'GivesColumnsAsTheyAre', 'gives the columns asked for, in the order asked for'],
  ['codec', 'FiltersInWordsOnly', 'and the others where it says it will'],
  ['codec', 'ReadsOn', 'stops with an error when it is told to'],
  ['codec', 'TakesAnyOption', 'refuses an option it does not know, and names those it does'],
  ['executor', 'LosesTheLastBatch', 'gives an input as it is, where it has the nodes'],
  ['executor', 'KeepsItsInput', 'returns an input early when the consumer returns early'],
  ['executor', 'WaitsForItsInput', 'throws a cancelled error at once when it is told to stop over an input that hangs'],
  ['executor', 'MakesEveryErrorItsOwn', 'passes on what an input throws: its family, its code and what was lost'],
  ['executor', 'RunsOnWhenClosed', 'interrupts what runs when it is closed, and lets go of the inputs'],
  ['front end', 'CutsAtEverySemicolon', 'cuts a script where its statements end, and says where each stands'],
  ['front end', 'AsksForEachUse', 'asks for each name once, however often a query uses it'],
  ['front end', 'SaysNotWhere', 'names a table that is not there, where it stands, and those that may be meant'],
  ['front end', 'ReadsTables', 'says which columns a query has, and plans them'],
  ['front end', 'ForgetsParameters', 'puts parameters in before it plans'],
  ['gateway', 'GivesPartsAsTheyCome', 'gives the parts of a result in their order, whatever order they are made in'],
  ['gateway', 'KeepsErrorsToItself', 'tells the client what is wrong with a statement, and goes on'],
  ['gateway', 'DoesNotCancel', 'cancels a statement when its client does'],
  ['gateway', 'SendsAsFastAsItCan', 'takes a result only as fast as its client does, and lets go of it when the client has enough'],
  ['gateway', 'StopsAtOnce', 'lets nobody in and open work end while it stops'],
  ['launcher', 'TerminatesByPrefix', 'stops the executor of a name, and no other'],
  ['launcher', 'RefusesWhatIsGone', 'is content when the executor is gone, or never was'],
  ['launcher', 'RemembersByItself', 'lists nothing that has died or was terminated'],
  ['launcher', 'TellsNoMemory', 'launches an executor that is told its scheduler, threads and memory'],
  ['launcher', 'HearsNoSignal', 'launches nothing when it was told to stop before'],
  ['state store', 'CommitsWithoutConditions', 'refuses where one of several conditions does not hold'],
  ['state store', 'OrdersByUtf16', 'gives a range in the order of the bytes, and of its prefix only'],
  ['state store', 'ReadsWhileItIsWritten', 'entries of one moment, whatever is written while they are read'],
  ['state store', 'WatchesFromNow', 'tells of each change under its prefix once, from a revision on, until it is ended'],
  ['state store', 'ForgetsLeases', 'refuses a key on a lease that has ended, and one that never was'],
];

interface Outcome {
  /** Of the suite: kind and name. */
  readonly suite: string;
  readonly title: string;
  readonly status: string;
}

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly ancestorTitles: readonly string[]; readonly title: string; readonly status: string }[];
  }[];
}

describe('implementations that are wrong on purpose', () => {
  let outcomes: readonly Outcome[];

  beforeAll(async () => {
    outcomes = await runWrongFiles();
  }, 600_000);

  it.each(CAUGHT)('%s %s is caught: %s', (suite, wrong, caughtBy) => {
    const failed = outcomes.filter((outcome) => outcome.suite === `${suite} ${wrong}` && outcome.status === 'failed');
    expect(failed.map(({ title }) => title)).toContainEqual(expect.stringContaining(caughtBy));
  });

  it('are right otherwise: each passes tests that others of its kind fail', () => {
    const suites = new Set(outcomes.map(({ suite }) => suite));
    expect([...suites].toSorted()).toEqual(CAUGHT.map(([suite, wrong]) => `${suite} ${wrong}`).toSorted());
    for (const suite of suites) {
      const mine = outcomes.filter((outcome) => outcome.suite === suite);
      expect(mine.filter(({ status }) => status === 'passed').length / mine.length, suite).toBeGreaterThan(0.2);
    }
  });
});

async function runWrongFiles(): Promise<readonly Outcome[]> {
  await using folder = await temporaryFolder('arbalest-wrong-');
  const report = folder.file('report.json');
  const vitest = join(createRequire(import.meta.url).resolve('vitest/package.json'), '../vitest.mjs');
  const config = fileURLToPath(new URL('vitest.config.mjs', import.meta.url));
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  const args = ['run', '--config', config, '--reporter', 'json', '--outputFile', report, '--testNamePattern', namesOfTests()];
  const child = spawn(process.execPath, [vitest, ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
  await once(child, 'close');
  const text = await readFile(report, 'utf8').catch(() => {
    throw new Error(`vitest wrote no report:\n${log}`);
  });
  return (JSON.parse(text) as Report).testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ ancestorTitles, title, status }) => ({ suite: ancestorTitles[0] ?? '', title, status })),
  );
}

/** Each implementation meets the tests that catch one of its kind: its own and those that it should pass. All of the suites would take minutes. */
function namesOfTests(): string {
  return [...new Set(CAUGHT.map(([, , caughtBy]) => caughtBy))].map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
}
