/** The plan holds something that the plan nodes cannot say. Never reaches a user: the statement becomes opaque, with this as the reason. */
export class NotModelled extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'NotModelled';
  }
}
