import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addUser } from '@arbalest/authenticator-file';
import { authenticatorConformance } from '@arbalest/plugin-sdk/conformance';
import { AUTHENTICATORS } from '@arbalest/spi';
import { loadOurPlugin } from '../our-plugin.js';

const ada = { name: 'ada', groups: ['admin', 'analysts'] };
const bob = { name: 'bob', groups: [] };
/** Enough to be measured, little enough for a test. */
const WORK = { N: 4096, r: 8, p: 1 };

authenticatorConformance('file', {
  good: [
    { credentials: { kind: 'basic', user: 'ada', password: 'correct horse' }, principal: ada },
    { credentials: { kind: 'basic', user: 'bob', password: 'battery staple' }, principal: bob },
    { credentials: { kind: 'certificate', subject: 'ada' }, principal: ada },
    { credentials: { kind: 'certificate', subject: 'bob' }, principal: bob },
  ],
  open: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'arbalest-users-'));
    const file = join(folder, 'users.json');
    await addUser(file, { ...ada, password: 'correct horse', work: WORK });
    await addUser(file, { ...bob, password: 'battery staple', work: WORK });
    const { services, close } = await loadOurPlugin('authenticator-file', [], { config: { file } });
    return {
      authenticator: services.get(AUTHENTICATORS),
      async close() {
        await close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
});
