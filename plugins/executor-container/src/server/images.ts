import { type ArbalestError, userError } from '@arbalest/spi';
import { type DockerEngine, engineStatus, engineText } from './docker-engine.js';

/** An image that the engine has. */
export interface LocalImage {
  /** The engine's id of it, `sha256:…`. */
  readonly id: string;
  /** What names it for ever: its digest in the registry it came from, else its id. */
  readonly digest: string;
  readonly volumes: readonly string[];
  /** TCP ports that it says its server listens on. */
  readonly ports: readonly number[];
}

interface Inspected {
  readonly Id: string;
  readonly RepoDigests?: readonly string[] | null;
  readonly Config?: { readonly Volumes?: object | null; readonly ExposedPorts?: object | null } | null;
}

export interface ImageOptions {
  readonly pull: 'missing' | 'never';
  readonly pullMs: number;
}

/** `[host[:port]/]path[:tag][@digest]`, or the id of an image (distribution/reference). */
const REFERENCE = /^(sha256:[0-9a-f]{64}|([\w.-]+(:\d+)?\/)?[a-z0-9]+([._/-]+[a-z0-9]+)*(:[\w][\w.-]{0,127})?(@sha256:[0-9a-f]{64})?)$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Finds images by name or digest, and has the engine fetch those that it does not have. */
export class Images {
  readonly #engine: DockerEngine;
  readonly #options: ImageOptions;
  /** One fetch of an image at a time, whoever waits for it. */
  readonly #pulls = new Map<string, Promise<void>>();
  /** What was found by its digest: it never means anything else, and every call would ask. */
  readonly #known = new Map<string, LocalImage>();

  constructor(engine: DockerEngine, options: ImageOptions) {
    this.#engine = engine;
    this.#options = options;
  }

  /**
   * @param digest The image that `name` meant once: found by it also where the name means another one now.
   * @throws user error `IMAGE_NOT_FOUND`; transient error `ENGINE_UNREACHABLE`
   */
  async find(name: string, digest?: string): Promise<LocalImage> {
    const known = digest === undefined ? undefined : this.#known.get(digest);
    if (known !== undefined) return known;
    if (!REFERENCE.test(name)) throw userError('IMAGE_NOT_FOUND', `"${name}" is not the name of an image; expected one like acme/nlp:1.4`);
    if (digest !== undefined && !DIGEST.test(digest)) throw userError('IMAGE_NOT_FOUND', `"${digest}" is not the digest of an image`);
    const found = await this.#findOrPull(name, digest);
    if (digest !== undefined) this.#known.set(digest, found);
    return found;
  }

  /** For when the engine turns out not to have it any more. */
  forget(image: LocalImage): void {
    for (const [digest, { id }] of this.#known) if (id === image.id) this.#known.delete(digest);
  }

  async #findOrPull(name: string, digest: string | undefined): Promise<LocalImage> {
    const names = digest === undefined ? [name] : [digest, `${repository(name)}@${digest}`];
    const found = await this.#firstOf(names);
    if (found !== undefined) return found;
    const wanted = names.at(-1)!;
    if (this.#options.pull === 'never') throw notFound(name, digest, 'pulling is switched off (setting plugin.container.docker.pull)');
    await this.#pull(wanted, name, digest);
    const pulled = await this.#firstOf([wanted]);
    if (pulled === undefined) throw notFound(name, digest, 'the engine does not have it after it was pulled');
    return pulled;
  }

  async #firstOf(names: readonly string[]): Promise<LocalImage | undefined> {
    for (const name of names) {
      try {
        return described(name, await this.#engine.request(`look up the image ${name}`, (docker) => docker.getImage(name).inspect()));
      } catch (error) {
        if (engineStatus(error) === 404) continue;
        throw error;
      }
    }
    return undefined;
  }

  #pull(wanted: string, name: string, digest: string | undefined): Promise<void> {
    let pull = this.#pulls.get(wanted);
    if (!pull) {
      pull = this.#fetch(wanted, name, digest).finally(() => this.#pulls.delete(wanted));
      this.#pulls.set(wanted, pull);
    }
    return pull;
  }

  async #fetch(wanted: string, name: string, digest: string | undefined): Promise<void> {
    // Without a tag the engine would fetch all there are.
    const reference = /[@]|:[^/]+$/.test(wanted) ? wanted : `${wanted}:latest`;
    try {
      await this.#engine.request(`pull ${reference}`, (docker) => pullToEnd(docker, reference), this.#options.pullMs);
    } catch (error) {
      if (engineStatus(error) === undefined && !(error instanceof PullError)) throw error;
      throw notFound(name, digest, `it could not be pulled: ${engineText(error)}`);
    }
  }
}

class PullError extends Error {
  /** Makes it an answer of the engine's. */
  readonly statusCode = 500;
}

async function pullToEnd(docker: DockerEngine['docker'], reference: string): Promise<void> {
  const progress = await docker.pull(reference);
  await new Promise<void>((resolve, reject) => {
    docker.modem.followProgress(progress, (error: Error | null) => {
      if (error === null) resolve();
      else reject(new PullError(error.message));
    });
  });
}

function described(name: string, { Id, RepoDigests, Config }: Inspected): LocalImage {
  const ports = Object.keys(Config?.ExposedPorts ?? {}).flatMap((port) => (port.endsWith('/tcp') ? [Number.parseInt(port, 10)] : []));
  const own = RepoDigests?.find((digest) => digest.startsWith(`${repository(name)}@`));
  return { id: Id, digest: own?.slice(own.indexOf('@') + 1) ?? Id, volumes: Object.keys(Config?.Volumes ?? {}), ports };
}

/** A reference without tag and digest. */
function repository(name: string): string {
  return name.replace(/@.*$/, '').replace(/:[^/:]+$/, '');
}

function notFound(name: string, digest: string | undefined, why: string): ArbalestError {
  const which = digest === undefined ? name : `${name} (${digest})`;
  return userError('IMAGE_NOT_FOUND', `This executor's container engine has no image ${which}, and ${why}`);
}
