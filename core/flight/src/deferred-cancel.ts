/**
 * Cancels a call of grpc-js, but not in the tick in which it was made: grpc-js hands a call to its connection a little later, and one that was cancelled before is opened at the server
 * all the same and never closed there.
 */
export class DeferredCancel {
  #isHandedOver = false;
  #isWanted = false;

  constructor(private readonly call: { cancel(): void }) {
    setImmediate(() => {
      this.#isHandedOver = true;
      if (this.#isWanted) this.call.cancel();
    });
  }

  cancel(): void {
    this.#isWanted = true;
    if (this.#isHandedOver) this.call.cancel();
  }
}
