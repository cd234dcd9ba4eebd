// The code in sdk/plugin/GUIDE.md is cut from the templates of plugins and from tests, all of which are run. Each block follows a line
// `<!-- PATH -->` (the whole file) or `<!-- PATH: TEXT -->` (from the line that begins with TEXT to the one that closes what it opens, or the line alone).
// Fails where guide and source differ, or a block has no such line; `--update` writes the blocks anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'sdk/plugin');
const guide = join(folder, 'GUIDE.md');
const BLOCK = /^(?:<!-- (\S+?)(?:: (.+?))? -->\n\n)?```(\w*)\n([^]*?)^```$/gm;

const before = readFileSync(guide, 'utf8');
const problems = [];
let blocks = 0;
const after = before.replace(BLOCK, (block, path, text) => {
  blocks++;
  if (path === undefined) {
    problems.push(`a block says not what it was cut from: ${block.split('\n')[1]}`);
    return block;
  }
  const cut = snippet(path, text);
  return `<!-- ${path}${text === undefined ? '' : `: ${text}`} -->\n\n\`\`\`${extname(path).slice(1)}\n${cut}\n\`\`\``;
});
if (blocks === 0) problems.push('there is no block of code in it');
if (process.argv.includes('--update')) writeFileSync(guide, after);
else if (after !== before) problems.push('it differs from what it was cut from; run: node core/workspace/guide-snippets.mjs --update');
for (const problem of problems) console.error(`sdk/plugin/GUIDE.md: ${problem}`);
process.exit(problems.length > 0 ? 1 : 0);

function snippet(path, text) {
  const lines = readFileSync(join(folder, path), 'utf8').trimEnd().split('\n');
  if (text === undefined) return lines.join('\n');
  const found = lines.flatMap((line, at) => (line.trim().startsWith(text) ? [at] : []));
  if (found.length !== 1) throw new Error(`sdk/plugin/GUIDE.md: ${found.length} lines of ${path} begin with ${text}; wanted one`);
  const begin = withComment(lines, found[0]);
  const indent = /^ */.exec(lines[found[0]])[0];
  // What closes one bracket and opens another, as `): Table {` does, is not the end.
  const end = lines.findIndex(
    (line, at) => at > found[0] && line.startsWith(indent) && /^[)}\]](.*[^({[])?$/.test(line.slice(indent.length)),
  );
  const isOpen = /[({[]$/.test(lines[found[0]]);
  const cut = lines.slice(begin, isOpen ? end + 1 : found[0] + 1);
  return cut.map((line) => line.slice(indent.length)).join('\n');
}

/** What a doc comment says of the code belongs to it. */
function withComment(lines, at) {
  let begin = at;
  while (/^\s*(\/\*\*|\*)/.test(lines[begin - 1] ?? '')) begin--;
  return begin;
}
