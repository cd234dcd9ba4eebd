// Relative links in all Markdown files lead to files and folders of the repository, and those with a fragment to a heading.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PASSED_OVER = new Set(['node_modules', 'dist', 'bundle', 'target', 'build']);
const LINK = /!?\[(?:[^\]\\]|\\.)*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const DEFINITION = /^\[[^\]]+\]:\s+<?(\S+?)>?$/gm;

const files = [...markdownIn(root)];
const problems = files.flatMap((file) => linksOf(file).flatMap((link) => problemWith(file, link)));
if (files.length === 0) problems.push('there is no Markdown file');
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);

function* markdownIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || PASSED_OVER.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* markdownIn(path);
    else if (entry.name.endsWith('.md')) yield path;
  }
}

function linksOf(file) {
  const text = prose(readFileSync(file, 'utf8')).replace(/`[^`\n]+`/g, '');
  return [LINK, DEFINITION].flatMap((pattern) => [...text.matchAll(pattern)].map(([, link]) => link));
}

/** What is not code. */
function prose(text) {
  return text.replace(/^(```+|~~~+)[^]*?^\1/gm, '');
}

function problemWith(file, link) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return [];
  const [path, fragment] = link.split('#');
  const target = path === '' ? file : join(dirname(file), decodeURIComponent(path));
  const what = `${relative(root, file)}: the link ${link}`;
  if (path.startsWith('/') || relative(root, target).startsWith('..')) return [`${what} leads out of the repository`];
  if (!existsSync(target)) return [`${what} leads to nothing`];
  if (fragment === undefined || fragment === '') return [];
  if (statSync(target).isDirectory() || !target.endsWith('.md')) return [`${what} names a heading in what is not Markdown`];
  return headings(target).includes(fragment) ? [] : [`${what} names a heading that is not there`];
}

/** As GitHub names them: lower case, punctuation taken out, a hyphen for each blank, numbered where they repeat. */
function headings(file) {
  const seen = new Map();
  return [...prose(readFileSync(file, 'utf8')).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(([, title]) => {
    const name = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return times === 0 ? name : `${name}-${times}`;
  });
}
