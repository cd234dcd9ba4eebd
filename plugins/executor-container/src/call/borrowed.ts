/** Memory that several readers use: given back when the last of them has released it. Never releasing it is always right. */
export class Borrowed {
  #readers = 1;

  constructor(private readonly giveBack: () => void) {}

  /** There are so many readers more. */
  share(readers: number): void {
    this.#readers += readers;
  }

  /** Once by each reader. */
  release(): void {
    if (--this.#readers === 0) this.giveBack();
  }
}
