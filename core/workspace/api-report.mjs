// Compares what packages for plugin authors export with the report that is kept beside each, so that a breaking change is seen where it is made.
// `--update` writes the reports anew. Works on the declarations in dist: build first.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Entry point by the report's file. */
const REPORTS = {
  'core/spi/spi.api.md': { folder: 'core/spi', entry: 'dist/index.d.ts' },
  'sdk/plugin/conformance.api.md': { folder: 'sdk/plugin', entry: 'dist/conformance/index.d.ts' },
  'sdk/plugin/testing.api.md': { folder: 'sdk/plugin', entry: 'dist/testing/index.d.ts' },
};
const update = process.argv.includes('--update');

let failed = false;
for (const [report, { folder, entry }] of Object.entries(REPORTS)) {
  const made = reportOf(join(root, folder), join(root, folder, entry), basename(report));
  const path = join(root, report);
  const kept = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (made === kept) continue;
  if (update) {
    writeFileSync(path, made);
    console.log(`Wrote ${report}`);
    continue;
  }
  failed = true;
  console.error(`${report} is not what is exported now:\n${difference(kept, made)}`);
  console.error('If the change is meant, run: node core/workspace/api-report.mjs --update');
}
process.exit(failed ? 1 : 0);

function reportOf(projectFolder, mainEntryPointFilePath, reportFileName) {
  const place = mkdtempSync(join(tmpdir(), 'arbalest-api-'));
  try {
    const config = ExtractorConfig.prepare({
      configObjectFullPath: undefined,
      packageJsonFullPath: join(projectFolder, 'package.json'),
      configObject: {
        projectFolder,
        mainEntryPointFilePath,
        newlineKind: 'lf',
        compiler: { overrideTsconfig: compilerOptions(mainEntryPointFilePath) },
        apiReport: {
          enabled: true,
          reportFileName,
          reportFolder: place,
          reportTempFolder: join(place, 'temp'),
          includeForgottenExports: true,
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        messages: {
          compilerMessageReporting: { default: { logLevel: 'error' } },
          extractorMessageReporting: { default: { logLevel: 'none' } },
          tsdocMessageReporting: { default: { logLevel: 'none' } },
        },
      },
    });
    const problems = [];
    const { succeeded } = Extractor.invoke(config, { localBuild: true, messageCallback: (message) => quiet(message, problems) });
    if (!succeeded || problems.length > 0) throw new Error(`${reportFileName} cannot be made:\n${problems.join('\n')}`);
    return readFileSync(join(place, reportFileName), 'utf8');
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function compilerOptions(entry) {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8'));
  // The declarations as users see them.
  const { customConditions, composite, incremental, ...rest } = compilerOptions;
  return { compilerOptions: { ...rest, noEmit: true, declaration: false, declarationMap: false, sourceMap: false }, files: [entry] };
}

function quiet(message, problems) {
  if (message.logLevel === 'error') problems.push(message.text);
  message.handled = true;
}

/** The lines that went and those that came, each in their order. */
function difference(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const [had, has] = [new Set(old), new Set(now)];
  return [
    ...old.filter((line) => !has.has(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !had.has(line)).map((line) => `+ ${line}`),
  ].join('\n');
}
