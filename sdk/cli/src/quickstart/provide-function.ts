import { buildProject } from '../commands/udf/build.js';
import { openDocker } from '../commands/udf/docker.js';
import { templateFolder } from '../commands/udf/init.js';

const IMAGE = 'arbalest/quickstart';

export interface ProvidedFunction {
  readonly create: string;
  /** For people: where it runs. */
  readonly how: string;
  /** Why it is not from an image. */
  readonly why?: string;
}

/** The function `punctuality`: in Python, from an image that is built here, or else in JavaScript. `say` receives lines when there is something to wait for. */
export async function provideFunction(say: (line: string) => void): Promise<ProvidedFunction> {
  try {
    const docker = await openDocker();
    await buildProject(docker, await templateFolder('quickstart'), IMAGE, { base: say, project: () => undefined });
    return { create: FROM_IMAGE, how: 'in Python, from an image, in a sandboxed container on each executor' };
  } catch (error) {
    return { create: IN_JAVASCRIPT, how: 'in JavaScript, in a thread of each executor', why: (error as Error).message };
  }
}

const FROM_IMAGE = `CREATE FUNCTION punctuality(delay BIGINT) RETURNS VARCHAR LANGUAGE python AS IMAGE '${IMAGE}'`;

const IN_JAVASCRIPT = `CREATE FUNCTION punctuality(delay BIGINT) RETURNS VARCHAR LANGUAGE javascript
AS '(delay) => (delay < 0n ? "early" : delay <= 15n ? "on time" : "late")'
WITH (volatility = 'immutable', nulls = 'propagate')`;
