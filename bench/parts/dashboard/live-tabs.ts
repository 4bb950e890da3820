import { type Events, readEvents } from '../../../tests/server/helpers/read-events.ts';
import type { DashboardWorker } from './start-worker.ts';

/** What open live tabs cost, and whether each was told. */
export interface LiveTabs {
  readonly count: number;
  /** What a hundred of them use. */
  readonly usedMibPer100: number;
  /** What the process holds in RAM with all of them open. */
  readonly heldMib: number;
  /** From a change of every plan until the last tab had heard of it. */
  readonly toldMs: number;
  readonly untold: number;
}

/** Opens so many tabs of each viewer, at least two, and changes every plan once. */
export async function measureLiveTabs(worker: DashboardWorker, tabsEach: number): Promise<LiveTabs> {
  const { url, viewers } = worker;
  const open = async ({ planId, authorization }: (typeof viewers)[number]): Promise<Events> => {
    const answer = await fetch(`${url}/api/v1/plans/${planId}/live`, { headers: { authorization } });
    if (!answer.ok) throw new Error(`A live tab was refused: ${await answer.text()}`);
    const events = readEvents(answer);
    await events.next();
    return events;
  };
  // With the first tab of each comes what is there once, however many are opened.
  const tabs = await Promise.all(viewers.map(open));
  const before = await worker.memory();
  for (let turn = 1; turn < tabsEach; turn += 1) tabs.push(...(await Promise.all(viewers.map(open))));
  const after = await worker.memory();
  const startedMs = performance.now();
  const told = Promise.all(tabs.map((events) => events.next()));
  await worker.change(viewers.map(({ planId }) => planId));
  const untold = (await told).filter((event) => event?.event !== 'changed').length;
  const toldMs = performance.now() - startedMs;
  await Promise.all(tabs.map((events) => events.close()));
  return {
    count: tabs.length,
    usedMibPer100: ((after.usedMib - before.usedMib) / (tabs.length - viewers.length)) * 100,
    heldMib: after.heldMib,
    toldMs,
    untold,
  };
}
