/** Rows of a result as an Arrow struct array whose memory DuckDB owns until `free`. */
export interface Piece {
  readonly array: BigUint64Array;
  readonly rows: number;
  free(): void;
}

/** A result that is read piece by piece. One call at a time. */
export interface PieceSource {
  /** Runs the query as far as one more piece needs; undefined after the last. */
  next(): Promise<Piece | undefined>;
  /** Ends the query, wherever it stands. */
  close(): Promise<void>;
}
