import { closestNames, type JsonValue, type PluginManifest } from '@arbalest/spi';
import { deepFreeze } from './config/deep-freeze.js';
import { validatorOf } from './validation/validator.js';

export interface PluginConfigs {
  /** By plugin id: validated, defaults filled in, frozen. */
  readonly configs: ReadonlyMap<string, unknown>;
  readonly problems: readonly string[];
}

/** Checks every section `plugin.<id>` against its plugin's schema. A section of a plugin that nobody loads is a mistake too. */
export function pluginConfigs(manifests: readonly PluginManifest[], sections: Readonly<Record<string, JsonValue>>): PluginConfigs {
  const configs = new Map<string, unknown>();
  const ids = manifests.map(({ id }) => id);
  const problems = Object.keys(sections)
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const near = closestNames(id, ids)[0];
      return `plugin.${id} is the section of a plugin that is not loaded${near === undefined ? '' : `; did you mean plugin.${near}?`}`;
    });
  for (const { id, config: schema } of manifests) {
    const section = structuredClone(Object.hasOwn(sections, id) ? sections[id] : {}) as Record<string, unknown>;
    problems.push(...sectionProblems(id, schema, section));
    configs.set(id, deepFreeze(section));
  }
  return { configs, problems };
}

function sectionProblems(id: string, schema: PluginManifest['config'], section: Record<string, unknown>): readonly string[] {
  if (schema === undefined) return Object.keys(section).map((key) => `plugin.${id}.${key} is not a setting: the plugin "${id}" has none`);
  return validatorOf(closed(schema))(section).map(
    ({ path, message }) => `${['plugin', id, ...path].join('.')} ${message} (plugin "${id}")`,
  );
}

const closedSchemas = new WeakMap<object, object>();

/** Unknown keys are errors also where the author of the schema forgot to say so. */
function closed(schema: Readonly<Record<string, unknown>>): object {
  if ('additionalProperties' in schema) return schema;
  const known = closedSchemas.get(schema) ?? { ...schema, additionalProperties: false };
  closedSchemas.set(schema, known);
  return known;
}
