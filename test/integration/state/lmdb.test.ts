import { systemClock } from '@arbalest/kernel';
import { silentLog } from '@arbalest/spi';
import { LmdbStateStore } from '@arbalest/state-lmdb';
import { stateConformance } from '@arbalest/plugin-sdk/conformance';
import { temporaryFolder } from '@arbalest/plugin-sdk/testing';

stateConformance('lmdb', {
  durable: true,
  place: async () => {
    const folder = await temporaryFolder();
    const directory = folder.file('state');
    return {
      open: async () => new LmdbStateStore({ directory, clock: systemClock, log: silentLog }),
      program: `
import { systemClock } from '@arbalest/kernel';
import { silentLog } from '@arbalest/spi';
import { LmdbStateStore } from '@arbalest/state-lmdb';
const store = new LmdbStateStore({ directory: ${JSON.stringify(directory)}, clock: systemClock, log: silentLog });`,
      [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
    };
  },
});
