import { catalogConformance } from '../index.js';
import { MemoryCatalog, memoryCatalogSubject } from './memory-catalog.js';

catalogConformance(
  'memory',
  memoryCatalogSubject((rows) => new MemoryCatalog(rows)),
);
