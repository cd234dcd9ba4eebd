import { codecConformance } from '../index.js';
import { JsonRowsCodec } from './json-rows-codec.js';

codecConformance('JSON rows', { open: () => Promise.resolve({ codec: new JsonRowsCodec() }), extension: '.json-rows' });
