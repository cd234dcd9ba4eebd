export type { ResultBatch, ResultStream, Transport } from './transport.js';
