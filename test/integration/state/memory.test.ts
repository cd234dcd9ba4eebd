import { systemClock } from '@arbalest/kernel';
import { MemoryStateStore } from '@arbalest/state-memory';
import { stateConformance } from '@arbalest/plugin-sdk/conformance';

stateConformance('memory', {
  durable: false,
  place: async () => ({ open: async () => new MemoryStateStore(systemClock), [Symbol.asyncDispose]: async () => {} }),
});
