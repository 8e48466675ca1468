/** Does `count` things, at most `atOnce` at a time, as fast as they go; answers how long all of it took. */
export async function burst(
  count: number,
  atOnce: number,
  one: (index: number) => Promise<void>,
): Promise<{ seconds: number }> {
  let next = 0;
  const began = performance.now();
  const worker = async () => {
    while (next < count) await one(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { seconds: (performance.now() - began) / 1_000 };
}
