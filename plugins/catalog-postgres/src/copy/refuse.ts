/** Says of a column that it holds what its type here cannot hold. @param what completes "column x holds …" */
export type Refuse = (what: string) => never;
