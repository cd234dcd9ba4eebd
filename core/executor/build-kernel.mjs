// Compiles assembly/kernel.ts into src/partition/kernel-code.ts, which is committed. Run it after a change of the kernel. With `--check`
// nothing is written, and the exit code says whether the committed module is what the source makes.
import asc from 'assemblyscript/asc';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, 'src/partition/kernel-code.ts');
const made = await compile();

if (!process.argv.includes('--check')) writeFileSync(target, made);
else if (readFileSync(target, 'utf8') !== made) {
  console.error('core/executor/src/partition/kernel-code.ts is not what assembly/kernel.ts makes; run node core/executor/build-kernel.mjs');
  process.exitCode = 1;
}

async function compile() {
  const folder = mkdtempSync(join(tmpdir(), 'arbalest-kernel-'));
  try {
    const output = join(folder, 'kernel.wasm');
    // The host brings the memory and says what lies where, so there is no runtime and no data in it.
    const options = [
      '--outFile',
      output,
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--importMemory',
      '--initialMemory',
      '1',
      '--use',
      'abort=',
    ];
    const { error, stderr } = await asc.main([join(here, 'assembly/kernel.ts'), ...options]);
    if (error !== null) throw new Error(`The kernel does not compile\n${stderr.toString()}`, { cause: error });
    return asModule(readFileSync(output).toString('base64'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function asModule(base64) {
  const lines = base64.match(/.{1,120}/g).map((line) => `  '${line}'`);
  return `// Generated from assembly/kernel.ts by build-kernel.mjs. Do not edit.\n\n/** The WebAssembly module, in base64. */\nexport const KERNEL_CODE = [\n${lines.join(',\n')},\n].join('');\n`;
}
