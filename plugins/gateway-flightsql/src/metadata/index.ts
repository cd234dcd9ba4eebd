export { answerMetadata, type MetadataCommand, metadataSchemaOf } from './answer-metadata.js';
export type { MetadataContext } from './metadata-call.js';
