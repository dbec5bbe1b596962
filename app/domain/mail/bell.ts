/** Something to wait at. Rung while nobody waits, it lets the next one pass. */
export class Bell {
  #rung = false;
  #answer: (() => void) | undefined;

  ring = () => {
    this.#rung = true;
    this.#answer?.();
  };

  async orAfter(seconds: number) {
    if (!this.#rung)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, seconds * 1000);
        timer.unref();
        this.#answer = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.#rung = false;
    this.#answer = undefined;
  }
}
