import type { Installation } from './installation.js';

/** What a template's package.json says; the rest is the same for all kinds. */
export interface TemplatePackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly [member: string]: unknown;
}

/** What every new package is built and tested with; versions of what is not Arbalest's own. */
const TOOLS = { '@types/node': '^20.19.0', typescript: '~6.0.3', vitest: '^4.1.0' } as const;
const OWN_TOOLS = ['@arbalest/plugin-sdk', 'arbalest'];

/**
 * The package.json of a new plugin. Where Arbalest is a checkout, whose packages are on no registry, all that is needed to build and to test is
 * linked to what the checkout has; what the published plugin depends on is named by version either way.
 */
export function packageJson(template: TemplatePackage, at: Installation): Readonly<Record<string, unknown>> {
  const { arbalest, dependencies = {}, ...rest } = template;
  const own = Object.keys(dependencies).filter(isOwn);
  const others = Object.entries(dependencies).filter(([name]) => !isOwn(name));
  const peers = ['@arbalest/spi', ...own].sort();
  return {
    ...rest,
    scripts: { build: 'tsc', pretest: 'npm run build', test: 'vitest run', check: 'arbalest plugin check .', prepack: 'npm run build' },
    peerDependencies: versions(peers, at),
    ...(others.length > 0 && { dependencies: Object.fromEntries(others) }),
    devDependencies: at.isCheckout
      ? links([...peers, ...OWN_TOOLS, ...others.map(([name]) => name), ...Object.keys(TOOLS)].sort(), at)
      : { ...versions([...peers, ...OWN_TOOLS].sort(), at), ...TOOLS },
    arbalest,
  };
}

function isOwn(name: string): boolean {
  return name.startsWith('@arbalest/');
}

/** All packages of Arbalest have one version. */
function versions(names: readonly string[], { version }: Installation): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, `^${version}`]));
}

function links(names: readonly string[], at: Installation): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, `file:${at.folderOf(name)}`]));
}
