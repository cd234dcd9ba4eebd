type Schema = Readonly<Record<string, unknown>>;

const WITHOUT_MEANING = new Set(['$schema', '$id', 'title', 'description', 'examples', 'default']);

/**
 * Checks a value against the plain part of JSON Schema and fills in defaults, in microseconds. True means valid; false that it is not, or that
 * the schema says more than is understood here: then ask the real validator, which takes tens of milliseconds to load and compile.
 */
export function quickCheck(schema: Schema, value: unknown): boolean {
  return Object.entries(schema).every(
    ([keyword, wanted]) => WITHOUT_MEANING.has(keyword) || (KEYWORDS[keyword]?.(wanted, value, schema) ?? false),
  );
}

const KEYWORDS: Readonly<Record<string, (wanted: unknown, value: unknown, schema: Schema) => boolean>> = {
  type: (wanted, value) => [wanted].flat().some((type) => isOfType(type, value)),
  enum: (wanted, value) => (wanted as unknown[]).includes(value),
  minimum: (wanted, value) => typeof value !== 'number' || value >= (wanted as number),
  exclusiveMinimum: (wanted, value) => typeof value !== 'number' || value > (wanted as number),
  maximum: (wanted, value) => typeof value !== 'number' || value <= (wanted as number),
  minLength: (wanted, value) => typeof value !== 'string' || value.length >= (wanted as number),
  pattern: (wanted, value) => typeof value !== 'string' || new RegExp(wanted as string, 'u').test(value),
  minItems: (wanted, value) => !Array.isArray(value) || value.length >= (wanted as number),
  uniqueItems: (_wanted, value) =>
    !Array.isArray(value) || (value.every((item) => typeof item === 'string') && new Set(value).size === value.length),
  items: (wanted, value) => !Array.isArray(value) || value.every((item) => quickCheck(wanted as Schema, item)),
  required: (wanted, value) => !isObject(value) || (wanted as string[]).every((key) => Object.hasOwn(value, key)),
  properties: (wanted, value) =>
    !isObject(value) || Object.entries(wanted as Record<string, Schema>).every(([key, schema]) => checkProperty(value, key, schema)),
  additionalProperties: (wanted, value, { properties = {} }) =>
    !isObject(value) ||
    wanted === true ||
    Object.keys(value).every(
      (key) => Object.hasOwn(properties as object, key) || (wanted !== false && quickCheck(wanted as Schema, value[key])),
    ),
};

function checkProperty(value: Record<string, unknown>, key: string, schema: Schema): boolean {
  if (!Object.hasOwn(value, key)) {
    if (!('default' in schema)) return true;
    value[key] = structuredClone(schema.default);
  }
  return quickCheck(schema, value[key]);
}

function isOfType(type: unknown, value: unknown): boolean {
  switch (type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
