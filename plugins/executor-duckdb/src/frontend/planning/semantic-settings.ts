/**
 * Session settings that change what a statement means, so that they hold while planning and while executing alike. Lower case; every other setting
 * is none of the engine's business.
 */
export const SEMANTIC_SETTINGS: readonly string[] = [
  'timezone',
  'calendar',
  'default_null_order',
  'default_order',
  'default_collation',
  'integer_division',
  'ieee_floating_point_ops',
  'old_implicit_casting',
  'order_by_non_integer_literal',
  'scalar_subquery_error_on_multiple_rows',
];

export function semanticSettings(settings: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(SEMANTIC_SETTINGS.filter((name) => settings[name] !== undefined).map((name) => [name, settings[name]!]));
}
