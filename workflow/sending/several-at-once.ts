/**
 * Takes work piece after piece until there is none, several at once: one that takes long holds up no other.
 * @param atOnce how many at most
 * @returns how many pieces were done
 * @throws what the first that failed threw, once all that was begun is done; nothing is begun after it
 */
export async function severalAtOnce<Piece>(
  atOnce: number,
  { take, work }: { take(): Promise<Piece | null>; work(piece: Piece): Promise<void> },
): Promise<number> {
  const failures: unknown[] = [];
  let count = 0;
  let busy = 0;
  const { promise: done, resolve } = Promise.withResolvers<void>();

  const goOn = async (): Promise<void> => {
    while (failures.length === 0) {
      const piece = await take();
      if (piece === null) return;
      count += 1;
      // Where there was one there may be more.
      begin();
      await work(piece);
    }
  };
  const begin = (): void => {
    if (busy === atOnce) return;
    busy += 1;
    void goOn()
      .catch((error: unknown) => failures.push(error))
      .finally(() => {
        busy -= 1;
        if (busy === 0) resolve();
      });
  };

  begin();
  await done;
  if (failures.length > 0) throw failures[0];
  return count;
}
