import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CODEC_REGISTRY, CODECS, LOG, PROCESS, definePlugin, token, type Codec, type PluginManifest } from '@arbalest/spi';
import { resolveConfig } from './config/load-config.js';
import { createKernel } from './kernel.js';
import type { InlinePlugin, KernelOptions } from './kernel-options.js';
import { createLog } from './logging/stream-log.js';

const FIXTURES = fileURLToPath(new URL('../../../test/fixtures/plugins', import.meta.url));

/** A kernel over the wrong plugins of test/fixtures. */
function start(names: readonly string[], more: Partial<KernelOptions> & { config?: never } = {}, config: Record<string, unknown> = {}) {
  const load = names.map((name) => `${FIXTURES}/${name}`);
  return createKernel({
    role: 'embedded',
    log: createLog({ level: 'silent', format: 'json' }),
    ...more,
    config: resolveConfig({ plugins: { load }, ...config }),
  });
}

function inline(id: string, plugin: InlinePlugin['plugin'], manifest: Partial<PluginManifest> = {}): InlinePlugin {
  return { manifest: { kind: 'codec', id, spi: '^1.0', ...manifest }, plugin };
}

describe('wrong plugins', () => {
  it('reports the problems of all of them at once', async () => {
    const failed = start(['bad-manifest', 'no-manifest', 'wrong-spi', 'cycle-a', 'cycle-b', 'cycle-c', 'not-there']);
    await expect(failed).rejects.toMatchObject({ code: 'PLUGINS_INVALID', family: 'user' });
    const message = await failed.catch((error: Error) => error.message);
    expect(message).toContain('arbalest.kind must be one of catalog, codec');
    expect(message).toContain('arbalest.id has the wrong form');
    expect(message).toContain('arbalest.extra is not a setting');
    expect(message).toContain('no "arbalest" block');
    expect(message).toContain('@fixture/wrong-spi 2.3.0');
    expect(message).toContain('made for plugin interface ^99.0, met 1.0.0');
    expect(message).toContain('"allowIncompatible": ["wrong-spi"]');
    expect(message).toContain('cycle-a → cycle-b → cycle-c → cycle-a');
    expect(message).toContain('not-there has no package.json');
  });

  it('loads one for another interface when the configuration says so', async () => {
    await using kernel = await start(['wrong-spi'], {}, { plugins: { load: [`${FIXTURES}/wrong-spi`], allowIncompatible: ['wrong-spi'] } });
    expect(kernel.plugins.map(({ id }) => id)).toEqual(['wrong-spi']);
  });

  it('names the package that is not installed', async () => {
    await expect(start([], {}, { plugins: ['@nobody/nothing'] })).rejects.toThrow(/"@nobody\/nothing" is not installed/);
  });

  it('says which plugin failed in init, and stops those that had begun', async () => {
    const stopped: string[] = [];
    const first = inline('first', { register() {}, stop: async () => void stopped.push('first') });
    await expect(start(['throws-in-init'], { inline: [first] })).rejects.toThrow(
      'The plugin "throws-in-init" failed in init: no such device',
    );
    expect(stopped).toEqual(['first']);
  });

  it('leaves a plugin behind that hangs in stop, and says so', async () => {
    const lines: string[] = [];
    const stopped: string[] = [];
    const first = inline('first', { register() {}, stop: async () => void stopped.push('first') });
    const log = createLog({ level: 'info', format: 'json', write: (line) => lines.push(line) });
    const kernel = await start(['hangs-in-stop'], { inline: [first], log, stopTimeoutMs: 20 });
    await kernel.stop();
    expect(kernel.state).toBe('stopped');
    expect(stopped).toEqual(['first']);
    expect(lines.join('')).toContain('"plugin":"hangs-in-stop"');
  });

  it('refuses unknown settings, and sections of plugins that are not loaded', async () => {
    const failed = start(
      ['configured'],
      {},
      { plugins: { load: [`${FIXTURES}/configured`] }, plugin: { configured: { blockByte: 1, mode: 'slow' }, configure: {} } },
    );
    const message = await failed.catch((error: Error) => error.message);
    expect(message).toContain('plugin.configured.blockByte is not a setting; did you mean blockBytes?');
    expect(message).toContain('plugin.configured.mode must be one of fast, safe');
    expect(message).toContain('plugin.configure is the section of a plugin that is not loaded; did you mean plugin.configured?');
  });

  it('refuses a module that is not a plugin', async () => {
    await expect(start(['not-a-plugin'])).rejects.toThrow(/no default export made by definePlugin/);
  });

  it('refuses two plugins of one id', async () => {
    const twice = [inline('same', { register() {} }), inline('same', { register() {} })];
    await expect(start([], { inline: twice })).rejects.toThrow(/"same" is taken twice/);
  });
});

describe('kernel', () => {
  it('takes plugins of its own bundle from there, and loads none that a role does without', async () => {
    const loaded: string[] = [];
    const module = (id: string, roles: readonly string[]) => ({
      version: '1.2.3',
      manifest: { kind: 'codec', id, spi: '^1.0', roles },
      load: async () => ({ default: (loaded.push(id), definePlugin({ register() {} })) }),
    });
    const modules = { '@part/of-it': module('of-it', ['executor']), '@part/elsewhere': module('elsewhere', ['scheduler']) };
    const bundled = { packages: Object.keys(modules), from: import.meta.url, modules };
    await using kernel = await start([], { bundled, role: 'executor' });
    expect(kernel.plugins).toEqual([
      { id: 'of-it', kind: 'codec', name: '@part/of-it', version: '1.2.3', spi: '^1.0', roles: ['executor'], source: 'bundled' },
    ]);
    expect(loaded).toEqual(['of-it']);
  });

  it('fills in the defaults of a section and freezes it', async () => {
    await using _kernel = await start(['configured']);
    const config = (globalThis as { fixtureConfig?: object }).fixtureConfig;
    expect(config).toEqual({ blockBytes: 65536 });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('does not import plugins of another role', async () => {
    await using kernel = await start(['executor-only'], { role: 'scheduler' });
    expect(kernel.plugins).toEqual([]);
    expect(globalThis).not.toHaveProperty('fixtureExecutorOnlyImported');
  });

  it('runs phases for all plugins in order of dependencies, and back', async () => {
    const events: string[] = [];
    const traced = (id: string, dependsOn: readonly string[] = []) =>
      inline(
        id,
        {
          register: () => void events.push(`register ${id}`),
          init: async () => void events.push(`init ${id}`),
          start: async () => void events.push(`start ${id}`),
          stop: async () => void events.push(`stop ${id}`),
        },
        { dependsOn },
      );
    const kernel = await start([], { inline: [traced('web', ['store']), traced('store')] });
    await Promise.all([kernel.stop(), kernel.stop()]);
    expect(events).toEqual([
      'register store',
      'register web',
      'init store',
      'init web',
      'start store',
      'start web',
      'stop web',
      'stop store',
    ]);
  });

  it('makes each contribution once, when it is first asked for, and keeps kernels apart', async () => {
    const counter = token<{ readonly value: number }>('Counter');
    let made = 0;
    const plugin = definePlugin({ register: ({ contribute }) => contribute(counter, () => ({ value: ++made })) });
    await using one = await start([], { inline: [inline('counter', plugin)] });
    await using two = await start([], { inline: [inline('counter', plugin)] });
    expect(made).toBe(0);
    expect([one.services.get(counter).value, one.services.get(counter).value, two.services.get(counter).value]).toEqual([1, 1, 2]);
    await using none = await start([]);
    expect(() => none.services.get(counter)).toThrow(/No loaded plugin offers the service Counter/);
    expect(none.services.all(counter)).toEqual([]);
  });

  it('closes what was made for one kernel, after the plugin has stopped, and nothing else', async () => {
    const events: string[] = [];
    const used = token<string>('Used');
    const unused = token<string>('Unused');
    let kernels = 0;
    const plugin = definePlugin({
      register({ contribute }) {
        const kernel = ++kernels;
        contribute(
          used,
          () => `service of ${kernel}`,
          async (service) => void events.push(`closed ${service}`),
        );
        contribute(
          unused,
          () => 'never made',
          async () => void events.push('closed what was never made'),
        );
      },
      stop: async () => void events.push('stopped'),
    });
    const one = await start([], { inline: [inline('closing', plugin)] });
    const two = await start([], { inline: [inline('closing', plugin)] });
    expect([one.services.get(used), two.services.get(used)]).toEqual(['service of 1', 'service of 2']);
    await one.stop();
    expect(events).toEqual(['stopped', 'closed service of 1']);
    await two.stop();
    expect(events).toEqual(['stopped', 'closed service of 1', 'stopped', 'closed service of 2']);
  });

  it('finds codecs by the longest ending, by id and by table function', async () => {
    const codec = (id: string, extensions: readonly string[]) => ({ id, extensions, tableFunctions: [`read_${id}`] }) as unknown as Codec;
    const plugin = definePlugin({
      register({ contribute }) {
        contribute(CODECS, () => codec('gz', ['.gz']));
        contribute(CODECS, () => codec('csv', ['.csv', '.csv.gz']));
      },
    });
    await using kernel = await start([], { inline: [inline('codecs', plugin)] });
    const codecs = kernel.services.get(CODEC_REGISTRY);
    expect(codecs.forPath('/x/A.CSV.GZ')?.id).toBe('csv');
    expect(codecs.forPath('s3://b/x.gz?versionId=1')?.id).toBe('gz');
    expect(codecs.forPath('/x/csv')).toBeUndefined();
    expect(codecs.forTableFunction('READ_CSV')?.id).toBe('csv');
  });

  it('offers its own services, and removes its scratch folder in the end', async () => {
    const kernel = await start([], { threads: 3, memoryBytes: 1000 });
    const { scratchDirectory, threads, memoryBytes } = kernel.services.get(PROCESS);
    expect([threads, memoryBytes, existsSync(scratchDirectory)]).toEqual([3, 1000, true]);
    expect(kernel.services.get(LOG)).toBe(kernel.log);
    await kernel.stop();
    expect(existsSync(scratchDirectory)).toBe(false);
  });

  it('gives up starting when init takes too long', async () => {
    const slow = inline('slow', { register() {}, init: () => new Promise(() => {}) });
    await expect(start([], { inline: [slow], startTimeoutMs: 20 })).rejects.toThrow(
      'The plugin "slow" failed in init: not done after 20 ms',
    );
  });
});

describe('services', () => {
  const THING = token<string>('test.Thing');

  it('are what the owner of the process makes of them, and are closed as they were made', async () => {
    const closed: string[] = [];
    const plugin = definePlugin({
      register: ({ contribute }) =>
        contribute(
          THING,
          () => 'plain',
          async (thing) => void closed.push(thing),
        ),
    });
    const decorate = <T>(to: { readonly symbol: symbol }, service: T): T =>
      to.symbol === THING.symbol ? (`decorated ${String(service)}` as T) : service;
    const kernel = await start([], { inline: [inline('thing', plugin)], decorate });
    expect(kernel.services.all(THING)).toEqual(['decorated plain']);
    await kernel.stop();
    expect(closed).toEqual(['plain']);
  });

  it('of a plugin that is skipped are not there, but its section is checked', async () => {
    const plugin = definePlugin({ register: ({ contribute }) => contribute(THING, () => 'thing') });
    const skipped = inline('thing', plugin, { config: { type: 'object', properties: { size: { type: 'integer' } } } });
    const options = { inline: [skipped], skip: ({ id }: PluginManifest) => id === 'thing' };
    await using kernel = await start([], options, { plugin: { thing: { size: 1 } } });
    expect(kernel.services.all(THING)).toEqual([]);
    expect(kernel.plugins).toEqual([]);
    await expect(start([], options, { plugin: { thing: { size: 'x' } } })).rejects.toThrow(/plugin.thing.size/);
  });
});
