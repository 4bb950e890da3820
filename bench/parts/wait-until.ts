import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/** Answers after how many seconds it was so, or the patience for it ended. */
export async function waitUntil(isSo: () => Promise<boolean>, patienceMs: number): Promise<number> {
  const startedMs = performance.now();
  while (!(await isSo()) && performance.now() - startedMs < patienceMs) await sleep(POLL_MS);
  return (performance.now() - startedMs) / 1_000;
}
