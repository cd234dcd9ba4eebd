/** Choices out of a seed: the same for the same seed. */
export class RandomChoices {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 1;
  }

  protected text(): string {
    return this.pick(['', 'a', "it's", 'ж', '"x y"', '\n', '0', 'sum']);
  }

  protected many<T>(make: () => T): T[] {
    return Array.from({ length: this.below(4) }, make);
  }

  protected pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  protected flip(): boolean {
    return this.below(2) === 1;
  }

  /** xorshift32 */
  protected below(limit: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % limit;
  }
}
