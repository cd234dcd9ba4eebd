import { type Command, Option } from 'commander';
import { type Done, examples, inspection, listFormat } from '../../command-parts.js';
import type { InspectionOptions } from '../inspection-options.js';
import type { BuildOptions } from './build.js';
import type { InitOptions } from './init.js';
import type { DeployOptions } from './statements.js';
import type { TestOptions } from './test.js';

/** `arbalest udf …` */
export function addUdf(program: Command, done: Done): void {
  const udf = program
    .command('udf')
    .description('functions of your own in Python, Java and C++, as images that SQL calls')
    .addHelpText(
      'after',
      examples(['udf init acme --language python', 'udf build acme', 'udf test acme', 'udf deploy acme --connect grpc://127.0.0.1:7070']),
    );
  udf
    .command('init')
    .description('make a project of functions')
    .argument('<name>', 'its name, which is also the name of its folder and image')
    .addOption(new Option('--language <language>', 'what it is written in').choices(['python', 'java', 'cpp']).makeOptionMandatory())
    .addHelpText('after', examples(['udf init acme --language python']))
    .action(async (name: string, options: InitOptions) => done(await (await import('./init.js')).init(name, options)));
  udf
    .command('build')
    .description('build the image of a project')
    .argument('[dir]', 'the project', '.')
    .option('--tag <image>', "the image's name (default: the folder's)")
    .addHelpText('after', examples(['udf build', 'udf build acme --tag acme/nlp:1.4']))
    .action(async (folder: string, options: BuildOptions) => done(await (await import('./build.js')).build(folder, options)));
  udf
    .command('test')
    .description('call the image of a project as an executor does, and compare with examples.json')
    .argument('[dir]', 'the project', '.')
    .option('--tag <image>', "the image's name (default: the folder's)")
    .addHelpText('after', examples(['udf test', 'udf test acme --tag acme/nlp:1.4']))
    .action(async (folder: string, options: TestOptions) => done(await (await import('./test.js')).test(folder, options)));
  addUdfCatalog(udf, done);
}

/** What needs a cluster, or asks one in this process. */
function addUdfCatalog(udf: Command, done: Done): void {
  const statements = () => import('./statements.js');
  udf
    .command('describe')
    .description('list the functions that an image holds')
    .argument('<image>', 'the image')
    .addOption(listFormat())
    .addHelpText('after', examples(['udf describe acme/nlp:1.4']))
    .action(async (image: string, options: InspectionOptions) => done(await (await statements()).describe(image, options)));
  inspection(
    udf.command('deploy').description('make the functions of an image callable in the SQL of a scheduler').argument('<image>', 'the image'),
  )
    .option('--prefix <name>', 'what their names begin with, before an underscore')
    .option('--replace', 'replace those that are there')
    .addHelpText('after', examples(['udf deploy acme/nlp:1.4 --connect grpc://10.0.0.1:7070', 'udf deploy acme --prefix acme --replace']))
    .action(async (image: string, options: DeployOptions) => done(await (await statements()).deploy(image, options)));
  inspection(udf.command('list').description('list the functions of a scheduler'))
    .addHelpText('after', examples(['udf list', 'udf list --format json']))
    .action(async (options: InspectionOptions) => done(await (await statements()).list(options)));
  for (const [what, description] of UDF_REPORTS)
    inspection(udf.command(what).description(description).argument('[name]', 'of this function only'))
      .addHelpText('after', examples([`udf ${what}`, `udf ${what} sentiment`]))
      .action(async (name: string | undefined, options: InspectionOptions) => done(await (await statements()).report(what, name, options)));
}

const UDF_REPORTS = [
  ['logs', 'show what functions wrote to their log lately'],
  ['stats', 'show what calls of functions have cost'],
  ['errors', 'show rows that failed in functions lately, with their arguments'],
] as const;
