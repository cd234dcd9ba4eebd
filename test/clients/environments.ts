import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cacheRoot, installPrograms, isProgram } from '@arbalest/test-kit';
import { goFor } from './go-toolchain.js';

const run = promisify(execFile);
const HERE = fileURLToPath(new URL('.', import.meta.url));
const MAKE_MS = 15 * 60_000;
const JDBC = '18.3.0';
const JDBC_JAR = `https://repo.maven.apache.org/maven2/org/apache/arrow/flight-sql-jdbc-driver/${JDBC}/flight-sql-jdbc-driver-${JDBC}.jar`;

export type ClientLanguage = 'python' | 'java' | 'go';

/** How to start a program: its command, and the arguments that come before its own. */
export interface ClientProgram {
  readonly command: string;
  readonly args: readonly string[];
}

interface Toolchain {
  /** Programs, each with the Debian package that has it. */
  readonly needs: Readonly<Record<string, string>>;
  readonly make: (sources: string, into: string) => Promise<void>;
  readonly program: (folder: string) => ClientProgram;
}

const TOOLCHAINS: Readonly<Record<ClientLanguage, Toolchain>> = {
  python: {
    needs: { python3: 'python3-venv' },
    make: async (sources, into) => {
      await run('python3', ['-m', 'venv', into], { timeout: MAKE_MS });
      const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', join(sources, 'requirements.txt')];
      await run(join(into, 'bin', 'python'), pip, { timeout: MAKE_MS });
    },
    program: (folder) => ({ command: join(folder, 'bin', 'python'), args: [join(HERE, 'python', 'main.py')] }),
  },
  java: {
    needs: { java: 'default-jdk-headless', javac: 'default-jdk-headless', curl: 'curl' },
    make: async (sources, into) => {
      const jar = join(into, 'driver.jar');
      await run('curl', ['--silent', '--show-error', '--fail', '--location', '--retry', '3', '--output', jar, JDBC_JAR], {
        timeout: MAKE_MS,
      });
      const files = (await readdir(sources)).filter((name) => name.endsWith('.java')).map((name) => join(sources, name));
      await run('javac', ['-d', into, ...files], { timeout: MAKE_MS });
    },
    // What the driver's own documentation asks for on Java 17 and later.
    program: (folder) => ({
      command: 'java',
      args: ['-Xmx512m', '--add-opens=java.base/java.nio=ALL-UNNAMED', '-cp', `${folder}:${join(folder, 'driver.jar')}`, 'Main'],
    }),
  },
  go: {
    needs: { go: 'golang-go' },
    make: async (sources, into) => {
      const go = await goFor(join(sources, 'go.mod'));
      await run(go, ['build', '-o', join(into, 'client'), '.'], { cwd: sources, timeout: MAKE_MS });
    },
    program: (folder) => ({ command: join(folder, 'client'), args: [] }),
  },
};

/** Why there can be no client in this language here; undefined where there can. Root on Debian installs what is missing. With CI=true what cannot be had is an error. */
export async function whyNoClient(language: ClientLanguage): Promise<string | undefined> {
  const { needs } = TOOLCHAINS[language];
  try {
    const found = await Promise.all(Object.keys(needs).map(isProgram));
    if (!found.includes(false)) return undefined;
    if (process.platform !== 'linux' || process.getuid?.() !== 0)
      throw new Error(`${Object.keys(needs).join(', ')} are needed (Debian: ${[...new Set(Object.values(needs))].join(', ')})`);
    await installPrograms(needs, `the tests with clients in ${language}`);
    return undefined;
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    return (error as Error).message;
  }
}

/** Installs and builds what the client needs at the first use; kept until its sources change. */
export async function clientProgram(language: ClientLanguage): Promise<ClientProgram> {
  const { make, program } = TOOLCHAINS[language];
  const sources = join(HERE, language);
  const made = join(cacheRoot, 'clients', `${language}-${await hashOf(sources, language === 'python' ? ['requirements.txt'] : undefined)}`);
  const stamp = join(made, '.made');
  if (!existsSync(stamp)) {
    const draft = `${made}.${process.pid}`;
    await mkdir(draft, { recursive: true });
    try {
      await make(sources, draft);
      await writeFile(join(draft, '.made'), '');
      await moveInto(draft, made);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }
  return program(made);
}

/** Another process may have made it meanwhile: then that one stays. */
async function moveInto(draft: string, made: string): Promise<void> {
  await rename(draft, made).catch((error: unknown) => {
    if (!existsSync(made)) throw error;
  });
}

/** Of the files that decide what is made; all in the folder unless named. */
async function hashOf(folder: string, files?: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(JDBC);
  for (const name of (files ?? (await readdir(folder))).toSorted()) hash.update(`${name}\0`).update(await readFile(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}
