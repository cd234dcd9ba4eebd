export type { ErrorInfo, ExchangeSource, JobEvent, ResultBatch, ResultPart, ResultStream, Transport } from './transport.js';
