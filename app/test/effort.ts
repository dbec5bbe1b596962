/**
 * The seconds of processor time that some work takes of this process. What else the machine does meanwhile is not
 * in it, so that a busy machine fails no test: only work that has become many times as much does.
 */
export async function effortOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}
