import Docker from 'dockerode';

/** The engine at DOCKER_HOST, or at the socket where engines listen. */
export async function openDocker(): Promise<Docker> {
  const docker = new Docker();
  try {
    await docker.ping();
    return docker;
  } catch (error) {
    const where = process.env.DOCKER_HOST ?? '/var/run/docker.sock';
    throw new Error(`No Docker engine answers at ${where} (${(error as Error).message}); start one, or set DOCKER_HOST to where it is`, {
      cause: error,
    });
  }
}

/** Undefined where the engine has no such image. */
export async function imageId(docker: Docker, image: string): Promise<string | undefined> {
  try {
    return (await docker.getImage(image).inspect()).Id;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return undefined;
    throw error;
  }
}

interface ProgressEvent {
  readonly stream?: string;
  readonly status?: string;
  readonly error?: string;
}

/** Reads a build or a pull to its end; lines go to standard error. */
export function follow(docker: Docker, stream: NodeJS.ReadableStream, onLine: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    docker.modem.followProgress(
      stream,
      (error) => (error ? reject(error) : resolve()),
      ({ stream: text, status, error }: ProgressEvent) => {
        if (error !== undefined) reject(new Error(error.trim()));
        for (const line of (text ?? status ?? '').split('\n')) if (line.trim() !== '') onLine(line.trimEnd());
      },
    );
  });
}
