import type { Task } from '../machine/task.js';
import { readableAttempt } from '../machine/task-machine.js';

/** Tells the client of the tasks of the last stage that it may read: in their order, and again when another attempt takes the place of one it knows. */
export class ResultParts {
  private next = 0;
  private readonly announced: number[] = [];

  /** @param begun the client was told of parts before, under another scheduler */
  constructor(
    private readonly announce: (task: Task) => void,
    private readonly begun = false,
  ) {}

  /** The client may have rows. */
  get hasBegun(): boolean {
    return this.begun || this.announced.length > 0;
  }

  /** @param canBeReached whether it is known now where the task's output lies; what cannot be reached is told of later */
  update(tasks: readonly Task[], canBeReached: (task: Task) => boolean): void {
    for (let i = 0; i < this.next; i++) this.tell(tasks[i]!, canBeReached);
    while (this.next < tasks.length && readableAttempt(tasks[this.next]!) !== undefined && canBeReached(tasks[this.next]!))
      this.tell(tasks[this.next++]!, canBeReached);
  }

  /** Of every task. */
  isComplete(tasks: readonly Task[]): boolean {
    return tasks.every((task) => this.announced[task.id] === readableAttempt(task));
  }

  private tell(task: Task, canBeReached: (task: Task) => boolean): void {
    const attempt = readableAttempt(task);
    if (attempt === undefined || this.announced[task.id] === attempt || !canBeReached(task)) return;
    this.announced[task.id] = attempt;
    this.announce(task);
  }
}
