/** What a stream can show. */
export interface Terminal {
  /** A person looks at it. */
  readonly interactive: boolean;
  readonly colors: boolean;
  /** Columns; unbounded where nobody looks. */
  readonly width: number;
}

export function terminalOf(stream: NodeJS.WriteStream): Terminal {
  const interactive = stream.isTTY === true;
  return { interactive, colors: interactive && !colorsRefused(), width: interactive ? stream.columns || 80 : Number.POSITIVE_INFINITY };
}

/** https://no-color.org: any value but the empty one. */
function colorsRefused(): boolean {
  return Boolean(process.env.NO_COLOR) || process.env.TERM === 'dumb';
}

const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], cyan: [36, 39] } as const;

export type Style = (style: keyof typeof CODES, text: string) => string;

/** Colours text, or leaves it alone. */
export function styleFor({ colors }: Terminal): Style {
  return (style, text) => (colors ? `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m` : text);
}
