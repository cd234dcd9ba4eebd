import type { Task } from '../machine/task.js';
import { readableAttempt } from '../machine/task-machine.js';

/** Tells the client of the tasks of the last stage that it may read: in their order, and again when another attempt takes the place of one it knows. */
export class ResultParts {
  private next = 0;
  private readonly announced: number[] = [];

  constructor(private readonly announce: (task: Task) => void) {}

  /** The client may have rows. */
  get hasBegun(): boolean {
    return this.announced.length > 0;
  }

  update(tasks: readonly Task[]): void {
    for (let i = 0; i < this.next; i++) this.tell(tasks[i]!);
    while (this.next < tasks.length && readableAttempt(tasks[this.next]!) !== undefined) this.tell(tasks[this.next++]!);
  }

  private tell(task: Task): void {
    const attempt = readableAttempt(task);
    if (attempt === undefined || this.announced[task.id] === attempt) return;
    this.announced[task.id] = attempt;
    this.announce(task);
  }
}
