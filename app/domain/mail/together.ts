/**
 * Joins small writes: those that come in while one is under way go together in the next, so that
 * several share one flush to the disk. Each caller goes on only when its own is safe.
 */
export function together<Thing>(write: (things: Thing[]) => Promise<void>) {
  let waiting: { thing: Thing; done: () => void; failed: (error: unknown) => void }[] = [];
  let writing = false;

  async function writeAll() {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await write(batch.map(({ thing }) => thing)).then(
        () => batch.forEach(({ done }) => void done()),
        (error) => batch.forEach(({ failed }) => void failed(error)),
      );
    }
    writing = false;
  }

  return (thing: Thing) =>
    new Promise<void>((done, failed) => {
      waiting.push({ thing, done, failed });
      if (!writing) void writeAll();
    });
}
