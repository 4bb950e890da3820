import { type Events, readEvents } from '../../../tests/server/helpers/read-events.ts';
import type { DashboardWorker } from './start-worker.ts';
import type { Memory } from './worker-messages.ts';

/** What open live tabs cost, and whether each was told. */
export interface LiveTabs {
  readonly count: number;
  readonly per100: Memory;
  /** From a change of every plan until the last tab had heard of it. */
  readonly toldMs: number;
  readonly untold: number;
}

/** Opens so many tabs of each viewer, and changes every plan once. */
export async function measureLiveTabs(worker: DashboardWorker, tabsEach: number): Promise<LiveTabs> {
  const { url, viewers } = worker;
  const open = async ({ planId, authorization }: (typeof viewers)[number]): Promise<Events> => {
    const answer = await fetch(`${url}/api/v1/plans/${planId}/live`, { headers: { authorization } });
    if (!answer.ok) throw new Error(`A live tab was refused: ${await answer.text()}`);
    const events = readEvents(answer);
    await events.next();
    return events;
  };
  const before = await worker.memory();
  const tabs: Events[] = [];
  for (let turn = 0; turn < tabsEach; turn += 1) tabs.push(...(await Promise.all(viewers.map(open))));
  const after = await worker.memory();
  const startedMs = performance.now();
  const told = Promise.all(tabs.map((events) => events.next()));
  await worker.change(viewers.map(({ planId }) => planId));
  const untold = (await told).filter((event) => event?.event !== 'changed').length;
  const toldMs = performance.now() - startedMs;
  await Promise.all(tabs.map((events) => events.close()));
  const per100 = (was: number, is: number) => ((is - was) / tabs.length) * 100;
  return {
    count: tabs.length,
    per100: {
      usedMib: per100(before.usedMib, after.usedMib),
      heldMib: per100(before.heldMib, after.heldMib),
    },
    toldMs,
    untold,
  };
}
