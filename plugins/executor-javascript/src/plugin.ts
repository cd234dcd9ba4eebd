import { definePlugin, EXECUTORS } from '@arbalest/spi';
import { JavaScriptEngine } from './javascript-engine.js';

/** The section of the configuration; package.json has its schema and defaults. */
export interface JavaScriptConfig {
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly maxThreads: number;
}

/** The engine; no thread is started before a function is called. */
export default definePlugin<JavaScriptConfig>({
  register({ config, log, contribute }) {
    contribute(
      EXECUTORS,
      () => new JavaScriptEngine({ ...config, log }),
      (engine) => engine.close(),
    );
  },
});
