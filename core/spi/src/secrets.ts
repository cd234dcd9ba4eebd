/** Where a secret is found, in place of the secret itself: an environment variable, or a file whose last line break is no part of it. */
export type SecretReference = { readonly env: string } | { readonly file: string };

/** JSON Schema of a `SecretReference`, for the configuration of plugins. */
export const SECRET_REFERENCE_SCHEMA = {
  type: 'object',
  description: 'Where the secret is found: { "env": NAME } or { "file": PATH }',
  oneOf: [
    { type: 'object', additionalProperties: false, required: ['env'], properties: { env: { type: 'string', minLength: 1 } } },
    { type: 'object', additionalProperties: false, required: ['file'], properties: { file: { type: 'string', minLength: 1 } } },
  ],
} as const;

/** Reads secrets of this process. What was read is struck out of whatever the process logs. */
export interface Secrets {
  /**
   * Reads anew each time, so that a secret may be replaced while the process runs. Relative paths are resolved as all paths of the configuration.
   *
   * @throws user error `SECRET_MISSING` that names the reference, never what was found there
   */
  read(reference: SecretReference): Promise<string>;

  /**
   * The text with every secret that was read so far struck out: for messages of other systems that may quote one, before they become an error. The
   * kernel's own always have it.
   */
  strike?(text: string): string;
}
