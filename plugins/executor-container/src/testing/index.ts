export { openBigintTransport } from './bigint-transport.js';
export type { BigintTransport } from './bigint-transport.js';
