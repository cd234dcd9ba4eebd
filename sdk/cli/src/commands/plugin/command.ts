import { Argument, type Command } from 'commander';
import { type Done, examples, listFormat, remote } from '../../command-parts.js';
import type { CheckOptions } from './check.js';
import type { ListOptions } from './list.js';
import type { NewOptions } from './new.js';

const KINDS = ['codec', 'catalog', 'executor', 'state', 'gateway'];

/** `arbalest plugin …` */
export function addPlugins(program: Command, done: Done): void {
  const plugin = program
    .command('plugin')
    .description('make a plugin, check it, or list those there are')
    .addHelpText('after', examples(['plugin new codec acme-log', 'plugin check acme-log', 'plugin list']));
  plugin
    .command('new')
    .description('make the package of a plugin that builds, passes its conformance suite and runs as it is')
    .addArgument(new Argument('<kind>', 'what it is').choices(KINDS))
    .argument('<name>', 'its name, which is also that of the package')
    .option('--directory <dir>', 'folder to make (default: the name)')
    .option('--no-install', 'leave npm install to you')
    .addHelpText('after', examples(['plugin new codec acme-log', 'plugin new catalog acme-lake --directory packages/lake']))
    .action(async (kind: NewOptions['kind'], name: string, options: Omit<NewOptions, 'kind'>) =>
      done(await (await import('./new.js')).newPlugin(name, { ...options, kind })),
    );
  plugin
    .command('check')
    .description('say all that is wrong with a plugin: manifest, interface, types, package, whether it loads, conformance')
    .argument('<dir>', 'folder of the plugin')
    .addOption(listFormat())
    .addHelpText('after', examples(['plugin check .', 'plugin check acme-log --format json']))
    .action(async (folder: string, options: CheckOptions) => done(await (await import('./check.js')).check(folder, options)));
  remote(
    plugin
      .command('list')
      .description('list the plugins of the configuration here, or those that a scheduler has loaded')
      .option('--connect <url>', 'scheduler to ask'),
  )
    .addOption(listFormat())
    .addHelpText('after', examples(['plugin list', 'plugin list --connect grpc://10.0.0.1:7070 --format json']))
    .action(async (options: ListOptions) => done(await (await import('./list.js')).list(options)));
}
