import { PLUGIN_KINDS } from '@arbalest/spi';

/** JSON Schema of the `arbalest` block in a plugin's package.json. */
export const MANIFEST_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'id', 'spi'],
  properties: {
    kind: { enum: [...PLUGIN_KINDS] },
    id: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' },
    spi: { type: 'string', minLength: 1 },
    config: { type: 'object' },
    dependsOn: { type: 'array', items: { type: 'string' }, uniqueItems: true },
    roles: { type: 'array', items: { enum: ['scheduler', 'executor'] }, minItems: 1, uniqueItems: true },
  },
} as const;
