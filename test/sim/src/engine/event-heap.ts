/** Something that happens at a moment of virtual time. */
export interface TimedEvent {
  readonly at: number;
  /** Order of events of the same moment: that in which they were scheduled. */
  readonly order: number;
}

/** Events by time: a binary heap. */
export class EventHeap<Event extends TimedEvent> {
  private readonly events: Event[] = [];

  get size(): number {
    return this.events.length;
  }

  push(event: Event): void {
    const { events } = this;
    let at = events.length;
    events.push(event);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (isBefore(events[parent]!, event)) break;
      events[at] = events[parent]!;
      at = parent;
    }
    events[at] = event;
  }

  pop(): Event | undefined {
    const { events } = this;
    const first = events[0];
    const last = events.pop();
    if (events.length > 0 && last) this.sink(last);
    return first;
  }

  private sink(event: Event): void {
    const { events } = this;
    let at = 0;
    for (let child = 1; child < events.length; child = 2 * at + 1) {
      const other = events[child + 1];
      if (other && isBefore(other, events[child]!)) child++;
      if (isBefore(event, events[child]!)) break;
      events[at] = events[child]!;
      at = child;
    }
    events[at] = event;
  }
}

function isBefore(a: TimedEvent, b: TimedEvent): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
