import { setTimeout as sleep } from 'node:timers/promises';

export interface Patience {
  readonly patienceMs: number;
  /** How often it is looked whether it is so. Default 50. */
  readonly everyMs?: number;
}

/** Answers after how many seconds it was so, or the patience for it ended. */
export async function waitUntil(
  isSo: () => boolean | Promise<boolean>,
  { patienceMs, everyMs = 50 }: Patience,
): Promise<number> {
  const startedMs = performance.now();
  while (!(await isSo()) && performance.now() - startedMs < patienceMs) await sleep(everyMs);
  return (performance.now() - startedMs) / 1_000;
}
