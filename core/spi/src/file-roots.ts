/**
 * Which files statements may name. Whoever opens a file on behalf of a statement (a catalog that lists paths, a codec or an engine that opens files other than
 * through a split it was handed) asks here first. On a scheduler and on executors alike.
 */
export interface FileRoots {
  /** Real paths of folders, and prefixes of URLs that end with `/`, below which statements may read; undefined when nothing is forbidden. */
  readonly readable: readonly string[] | undefined;
  /** The same for writing; a part of `readable`. */
  readonly writable: readonly string[] | undefined;
  /** Folders of managed tables' data: no statement names them, but tasks read and write there whatever the roots. Real paths. */
  readonly managed: readonly string[];
  /**
   * Folder for what clients send, on its way into a table; made by who needs it. Statements may read a file in it whatever the roots, if they name it: its name
   * is to be one that nobody guesses (a UUID), and patterns find nothing here.
   */
  readonly staging: string;

  /**
   * Resolves when all of these may be used. A path is compared as the file system sees it: `..` and symbolic links are followed first, also of the part that
   * is there of a path that is not there yet. Of a pattern, the folders before the first one with a wildcard are compared: what it matches must be
   * asked for again. Nothing outside of the roots is looked at, so that nobody learns what is there.
   *
   * @param paths absolute paths and patterns, or URLs
   * @throws user error `FILE_NOT_ALLOWED` that names the path as it was given, and the roots
   */
  check(paths: readonly string[], use: FileUse): Promise<void>;
}

export interface FileUse {
  readonly access: 'read' | 'write';
  /** True for a task, which may use the folders of managed tables too. @default false */
  readonly managed?: boolean;
}
