import type Docker from 'dockerode';

/** The engine at DOCKER_HOST, or at the socket where engines listen. Its client is loaded when it is first asked for: few commands need it. */
export async function openDocker(): Promise<Docker> {
  const { default: Client } = await import('dockerode');
  try {
    const docker = new Client();
    await docker.ping();
    return docker;
  } catch (error) {
    const where = process.env.DOCKER_HOST ?? '/var/run/docker.sock';
    throw new Error(`No Docker engine answers at ${where} (${reasonOf(error)}); start one, or set DOCKER_HOST to where it is`, {
      cause: error,
    });
  }
}

/** Undefined where the engine has no such image. */
export async function imageId(docker: Docker, image: string): Promise<string | undefined> {
  return (await inspectImage(docker, image))?.Id;
}

/** As `imageId`, with all that the engine knows of it. */
export async function inspectImage(docker: Docker, image: string): Promise<Docker.ImageInspectInfo | undefined> {
  try {
    return await docker.getImage(image).inspect();
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return undefined;
    throw error;
  }
}

/** What the engine itself says, without its client's words before it. */
export function reasonOf(error: unknown): string {
  return (error as Error).message.replace(/^\(HTTP code \d+\) [a-z ]+ - /, '').trim();
}

interface ProgressEvent {
  readonly stream?: string;
  readonly error?: string;
}

/** Reads a build or a pull to its end. Pieces of what it prints are handed on as they come; they need not be whole lines. Rejects with what the engine says of a failure. */
export function follow(docker: Docker, stream: NodeJS.ReadableStream, onText: (text: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    docker.modem.followProgress(
      stream,
      (error) => (error ? reject(error) : resolve()),
      ({ stream: text, error }: ProgressEvent) => {
        if (text !== undefined) onText(text);
        if (error !== undefined) reject(new Error(error.trim()));
      },
    );
  });
}
