// `npm test`: all tests. What cannot run on this machine is skipped and listed; with CI=true a skip is a failure.
// Arguments go to vitest, which then runs alone, e.g. `npm test -- core/planner -t broadcast`.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'arbalest-test-report-'));
const report = join(folder, 'report.json');
const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)];
// What waits for the network mostly goes on beside the tests that do not need it.
const images =
  process.argv.length > 2 ? undefined : spawn(process.execPath, [join(root, 'test/kit/dist/prepare-images.js')], { stdio: 'ignore' });
const { status } = spawnSync(join(root, 'node_modules/.bin/vitest'), args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
images?.kill();
let exitCode = status ?? 1;

try {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const skipped = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter((test) => test.status === 'skipped' || test.status === 'pending')
      .map((test) => `${relative(root, name)}: ${test.fullName}`),
  );
  if (skipped.length > 0) {
    console.log(`\nSkipped on this machine (the reason stands above, where each test file says what it needs):\n  ${skipped.join('\n  ')}`);
    if (process.env.CI === 'true') {
      console.error('With CI=true nothing may be skipped');
      exitCode ||= 1;
    }
  }
  console.log(`\nTests: ${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
} catch (error) {
  console.error(`The test run left no report: ${error.message}`);
  exitCode ||= 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(exitCode);
