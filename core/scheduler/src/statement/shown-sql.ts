/** What may stand before a statement. */
const BEFORE = String.raw`^(?:\s|--[^\n]*\n|/\*[\s\S]*?\*/)*`;

/** A setting whose name speaks of a secret, up to its value. */
const SETTING = new RegExp(
  `${BEFORE}(?:SET|PRAGMA)\\s+[\\w".\\s]*?(?:secret|passw|passphrase|token|credential|access_key|api_key|key_id|private_key)[\\w".]*\\s*(?:=|TO\\b|\\()`,
  'i',
);
const SECRET = new RegExp(`${BEFORE}(?:CREATE|ALTER)\\s+(?:OR\\s+REPLACE\\s+)?(?:PERSISTENT\\s+|TEMPORARY\\s+|TEMP\\s+)?SECRET\\b`, 'i');
const ATTACH = new RegExp(`${BEFORE}ATTACH\\b`, 'i');

/**
 * The text of a statement as it is kept and shown. Of statements that are there to hand over a secret, all of which are refused, only the beginning: their text
 * has come here all the same.
 */
export function shownSql(sql: string): string {
  const found = SETTING.exec(sql) ?? SECRET.exec(sql) ?? ATTACH.exec(sql);
  return found === null ? sql : `${found[0]} [redacted]`;
}
