import { loadConfig, type SurveyedPlugin, surveyPlugins } from '@arbalest/kernel';
import { bundledPlugins } from '@arbalest/server';
import { EXIT } from '../../exit-code.js';
import { type ListFormat, printList } from '../../output/listing.js';
import { connectAs, type RemoteFlags } from '../../remote-options.js';

export interface ListOptions extends RemoteFlags {
  readonly connect?: string;
  readonly format: ListFormat;
}

/** `arbalest plugin list`: of the configuration here, without running any of their code; or of a scheduler. */
export async function list({ connect: url, format, ...flags }: ListOptions): Promise<number> {
  if (url !== undefined) return listOfScheduler(url, format, flags);
  const plugins = await surveyPlugins(loadConfig(), bundledPlugins);
  await printList(
    plugins,
    [
      { name: 'id', text: ({ id, name }) => id || name },
      { name: 'kind', text: ({ kind }) => kind },
      { name: 'version', text: ({ version }) => version },
      { name: 'spi', text: ({ spi }) => spi },
      { name: 'source', text: ({ source, folder }) => (source === 'bundled' ? source : (folder ?? source)) },
      { name: 'state', text: ({ state }) => state },
    ],
    format,
    'No plugins',
  );
  return complaints(plugins) ? EXIT.failed : EXIT.ok;
}

/** Says below the list what keeps plugins from being loaded. */
function complaints(plugins: readonly SurveyedPlugin[]): boolean {
  const problems = plugins.flatMap((plugin) => plugin.problems);
  process.stderr.write(problems.map((problem) => `${problem}\n`).join(''));
  return problems.length > 0;
}

async function listOfScheduler(url: string, format: ListFormat, flags: RemoteFlags): Promise<number> {
  await using db = await connectAs(url, flags);
  await printList(
    await db.plugins(),
    [
      { name: 'id', text: ({ id }) => id },
      { name: 'kind', text: ({ kind }) => kind },
      { name: 'version', text: ({ version }) => version },
    ],
    format,
    'No plugins',
  );
  return EXIT.ok;
}
