/**
 * Does to each in turn what is due, whatever happened to those before: one that fails keeps none of the others waiting.
 * Throws at the end, of all that failed.
 */
export async function eachByItself<Thing>(
  things: Iterable<Thing>,
  deed: (thing: Thing) => Promise<void>,
): Promise<void> {
  const faults: unknown[] = [];
  for (const thing of things) await deed(thing).catch((fault) => faults.push(fault));
  if (faults.length > 0) throw new AggregateError(faults, faults.join("; "));
}
