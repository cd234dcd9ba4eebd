import { createRequire } from 'node:module';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** Where this package and what it stands on are installed. */
export interface Installation {
  /** Folder of @arbalest/plugin-sdk, links followed. */
  readonly sdk: string;
  readonly version: string;
  /** True in a checkout of Arbalest, whose packages are on no registry. */
  readonly isCheckout: boolean;
  /** Folder of another package, as the SDK sees it. @throws when it is not installed */
  folderOf(name: string): string;
}

export function installation(): Installation {
  const sdk = realpathSync(dirname(createRequire(import.meta.url).resolve('@arbalest/plugin-sdk/package.json')));
  const { version } = JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8')) as { version: string };
  return { sdk, version, isCheckout: !sdk.split(sep).includes('node_modules'), folderOf: (name) => packageFolder(name, sdk) };
}

function packageFolder(name: string, from: string): string {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    try {
      readFileSync(join(folder, 'package.json'));
      return realpathSync(folder);
    } catch (thrown) {
      if (dirname(at) === at) throw new Error(`The package ${name} is not installed where ${from} could see it`, { cause: thrown });
    }
  }
}
