export { FilesCatalog } from './files-catalog.js';
export type { FilesCatalogOptions } from './files-catalog.js';
export { default } from './plugin.js';
