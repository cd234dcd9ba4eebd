/** A replacement of `[start, end)` in a text. Edits of one text do not overlap. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** A text that was made from another one, and the way back for positions. Offsets are UTF-16 units. */
export interface EditedText {
  readonly text: string;
  /** The offset in the source text that `offset` of this text stands for; within a replacement, its start. */
  readonly toSource: (offset: number) => number;
}

export function applyEdits(source: string, edits: readonly TextEdit[]): EditedText {
  if (edits.length === 0) return { text: source, toSource: (offset) => offset };
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  const anchors: Anchor[] = [];
  let from = 0;
  let length = 0;
  const push = (piece: string, at: number, verbatim: boolean) => {
    anchors.push({ offset: length, source: at, verbatim });
    pieces.push(piece);
    length += piece.length;
  };
  for (const edit of ordered) {
    push(source.slice(from, edit.start), from, true);
    push(edit.replacement, edit.start, false);
    from = edit.end;
  }
  push(source.slice(from), from, true);
  return { text: pieces.join(''), toSource: (offset) => sourceOffset(anchors, offset) };
}

interface Anchor {
  readonly offset: number;
  readonly source: number;
  readonly verbatim: boolean;
}

function sourceOffset(anchors: readonly Anchor[], offset: number): number {
  const anchor = anchors.findLast((candidate) => candidate.offset <= offset) ?? { offset: 0, source: 0, verbatim: true };
  return anchor.verbatim ? anchor.source + (offset - anchor.offset) : anchor.source;
}

/** DuckDB counts bytes of UTF-8. */
export function utf16Offset(text: string, bytes: number): number {
  let left = bytes;
  let offset = 0;
  for (const char of text) {
    if (left <= 0) break;
    left -= utf8Length(char.codePointAt(0)!);
    offset += char.length;
  }
  return offset;
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quoteString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
