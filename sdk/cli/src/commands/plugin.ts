import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { connect } from '@arbalest/client';
import { createKernel, loadConfig, type PluginInfo } from '@arbalest/kernel';
import { EXIT } from '../exit-code.js';
import { type ListFormat, printList } from '../output/listing.js';
import { standardOutput } from '../output/sink.js';

export interface PluginOptions {
  readonly connect?: string;
  readonly format: ListFormat;
}

export async function listPlugins({ connect: url, format }: PluginOptions): Promise<number> {
  await using db = await (url === undefined ? connect() : connect(url));
  const plugins = await db.plugins();
  await printList(
    plugins,
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

/** Loads the plugin alone, starts and stops it: whatever would go wrong in a server goes wrong here first. */
export async function checkPlugin(where: string, { format }: PluginOptions): Promise<number> {
  const isFolder = await stat(where).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  const config = loadConfig({ flags: { plugins: { load: [isFolder ? resolve(where) : where] } } });
  await using kernel = await createKernel({ config, role: 'embedded' });
  const checked = kernel.plugins.filter(({ source }) => source !== 'bundled');
  if (format === 'json') await printList(checked, [], 'json', '');
  else await standardOutput().write(checked.map(wellText).join(''));
  return EXIT.ok;
}

function wellText({ id, kind, name, version, spi, roles }: PluginInfo): string {
  return `${id} is well: a ${kind} of ${name} ${version} for interface ${spi}, loaded by ${roles.join(', ')}\n`;
}
