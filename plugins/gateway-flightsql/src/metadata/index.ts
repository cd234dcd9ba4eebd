export { answerMetadata, metadataSchemaOf } from './answer-metadata.js';
