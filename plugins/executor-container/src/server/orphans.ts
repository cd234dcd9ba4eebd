import type { Log } from '@arbalest/spi';
import type { DockerEngine } from './docker-engine.js';
import { isDead } from './process-identity.js';

/** Says which process a container belongs to: `ownIdentity` of it. */
export const OWNER_LABEL = 'arbalest.owner';
export const IMAGE_LABEL = 'arbalest.image';

/** Removes the containers of processes of this host that are dead. What cannot be removed is left for the next sweep. */
export async function sweepContainers(engine: DockerEngine, log: Log): Promise<void> {
  const containers = await engine.request('list containers', (docker) =>
    docker.listContainers({ all: true, filters: { label: [OWNER_LABEL] } }),
  );
  const orphans = containers.filter(({ Labels }) => isDead(Labels[OWNER_LABEL] ?? ''));
  await Promise.all(
    orphans.map(async ({ Id, Labels }) => {
      log.info('Removes a container that an executor left behind', { container: Id.slice(0, 12), owner: Labels[OWNER_LABEL] });
      await engine
        .request('remove a container', (docker) => docker.getContainer(Id).remove({ force: true, v: true }) as Promise<unknown>)
        .catch((error: unknown) => log.warn('A container could not be removed', { container: Id, cause: (error as Error).message }));
    }),
  );
}
