// Makes core/docs/configuration.md from what the processes themselves check a configuration with: the schema of the kernel, those in the manifests of the plugins
// here, and the settings of sessions. Fails where the page is not what that gives; `--update` writes it anew. Reads dist: build first.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentSettings } from '../kernel/dist/config/environment.js';
import { CONFIG_SCHEMA } from '../kernel/dist/config/schema.js';
import { SETTINGS } from '../scheduler/dist/session/settings.js';
import { bundledPlugins } from '../server/dist/bundled-plugins.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = join(root, 'core/docs/configuration.md');
const BEGIN = '<!-- made by core/workspace/config-reference.mjs; change the schemas, not what follows -->';
const EXPANDED = new Set(['plugin', 'settings', '$schema']);

const before = readFileSync(page, 'utf8');
const head = before.split(BEGIN);
if (head.length !== 2) throw new Error(`${page} must hold the line "${BEGIN}" once`);
const after = `${head[0]}${BEGIN}\n\n${[...process_(), ...plugins(), ...sessions()].join('\n\n')}\n`;
if (process.argv.includes('--update')) writeFileSync(page, after);
else if (after !== before) {
  console.error('core/docs/configuration.md is not what the schemas say now; run: node core/workspace/config-reference.mjs --update');
  process.exit(1);
}

function process_() {
  const sections = Object.entries(CONFIG_SCHEMA.properties).filter(([name]) => !EXPANDED.has(name));
  const [nested, plain] = [sections.filter(([, node]) => node.properties), sections.filter(([, node]) => !node.properties)];
  return [
    '## The process',
    table(plain.flatMap(([name, node]) => rows([name], node))),
    ...nested.flatMap(([name, node]) => [`### \`${name}\``, `${node.description}.`, table(members([name], node))]),
  ];
}

/** A section for each plugin of the repository that has settings, and a sentence about those that have none. */
function plugins() {
  const manifests = readdirSync(join(root, 'plugins'))
    .map((folder) => join(root, 'plugins', folder, 'package.json'))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')))
    .filter(({ arbalest }) => arbalest !== undefined);
  const [without, those] = [manifests.filter((one) => !hasSettings(one)), manifests.filter(hasSettings)];
  return [
    '## Plugins',
    `Without settings: ${without.map(({ name }) => `\`${name}\``).join(', ')}.`,
    ...those.flatMap(({ name, arbalest }) => [
      `### \`plugin.${arbalest.id}\``,
      `\`${name}\`, ${bundledPlugins.packages.includes(name) ? 'bundled' : 'not bundled: name it in `plugins.load`'}.`,
      table(members(['plugin', arbalest.id], arbalest.config)),
    ]),
  ];
}

function hasSettings({ arbalest }) {
  return Object.keys(arbalest.config?.properties ?? {}).length > 0;
}

function sessions() {
  const lines = [...SETTINGS.values()].map(({ name, default: value, doc }) => [
    code(name),
    value === '' ? "`''`" : code(value),
    doc,
    code(variable(['settings', name])),
  ]);
  return ['## Sessions', grid(['setting', 'default', 'what', 'variable'], lines)];
}

function members(path, node) {
  return Object.entries(node.properties).flatMap(([name, child]) =>
    rows([...path, name], child, node.required?.includes(name) === true && path.length > 1),
  );
}

/** One line for a setting; for a group a line for each of its own; for a map of groups a line for each of theirs, below NAME. */
function rows(path, node, required = false) {
  const line = { path, type: typeOf(node), fallback: required ? 'required' : fallbackOf(node), what: node.description ?? '' };
  if (node.oneOf) return [line];
  if (node.properties) return [...(node.description ? [{ ...line, group: true }] : []), ...members(path, node)];
  const inner = node.additionalProperties;
  return inner?.properties && !inner.oneOf ? [line, ...members([...path, 'NAME'], inner)] : [line];
}

function table(lines) {
  const cells = lines.map(({ path, type, fallback, what, group }) => [
    code(path.join('.')),
    type,
    group ? '' : fallback,
    what,
    group || path.includes('NAME') ? '' : code(variable(path)),
  ]);
  return grid(['setting', 'type', 'default', 'what', 'variable'], cells);
}

function typeOf(node) {
  if (node.oneOf) return oneOfType(node.oneOf);
  if (node.enum) return node.enum.map((value) => code(JSON.stringify(value))).join(', ');
  const types = [node.type].flat();
  if (types.includes('array')) return `list of ${node.items?.type ?? 'values'}s`;
  const limits = [
    node.minimum === undefined ? '' : `≥ ${node.minimum}`,
    node.exclusiveMinimum === undefined ? '' : `> ${node.exclusiveMinimum}`,
    node.maximum === undefined ? '' : `≤ ${node.maximum}`,
  ].filter((text) => text !== '');
  const size = types.includes('string') && types.includes('integer');
  return [size ? 'bytes, or text such as "4GB"' : types.join(' or '), ...(size ? [] : limits)].join(', ');
}

/** Such as the reference of a secret: what each form has. */
function oneOfType(forms) {
  return forms.map((form) => (form.properties ? code(`{ ${Object.keys(form.properties).join(', ')} }`) : typeOf(form))).join(' or ');
}

function fallbackOf(node) {
  if (node.default === undefined) return '';
  return node.type === 'object' ? code('{}') : code(JSON.stringify(node.default));
}

/** The variable that means a setting, checked by asking the kernel which setting it means. */
function variable(path) {
  const parts = path[0] === 'settings' ? ['settings', ...path[1].split('.')] : path;
  const name = `ARBALEST_${parts.map((part) => part.replace(/[A-Z]/g, '_$&').replaceAll('-', '_').toUpperCase()).join('__')}`;
  const [meant] = environmentSettings({ [name]: '1' });
  if (JSON.stringify(meant?.path) !== JSON.stringify(path)) throw new Error(`${name} does not mean ${path.join('.')} but ${meant?.path}`);
  return name;
}

function grid(titles, lines) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  return [row(titles), row(titles.map(() => '---')), ...lines.map((cells) => row(cells.map(escape)))].join('\n');
}

function escape(text) {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

function code(text) {
  return `\`${text}\``;
}
