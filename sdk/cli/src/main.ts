import { run } from './program.js';

// Node warns of what gRPC does for TLS to addresses without a name; nobody who types a command can do anything about that.
process.noDeprecation = true;

process.exitCode = await run(process.argv.slice(2));
