import { setTimeout as sleep } from 'node:timers/promises';
import type { DashboardWorker } from './start-worker.ts';
import type { Viewer } from './worker-messages.ts';

/** What a look at a plan came to. */
export interface Look {
  readonly ms: number;
  readonly status: number;
  readonly mark: string | null;
}

/** Asks for the overview of a plan as a page does. @param mark of what it knows already; default: nothing */
export async function askOverview(
  { url }: Pick<DashboardWorker, 'url'>,
  { planId, authorization }: Viewer,
  mark: string | null = null,
): Promise<Look> {
  const startedMs = performance.now();
  const answer = await fetch(`${url}/api/v1/plans/${planId}/overview`, {
    headers: {
      authorization,
      'accept-encoding': 'gzip, br',
      ...(mark === null ? {} : { 'if-none-match': mark }),
    },
  });
  await answer.arrayBuffer();
  return { ms: performance.now() - startedMs, status: answer.status, mark: answer.headers.get('etag') };
}

/** Begins so many a second, whether those before are answered or not. */
export async function paced<Asker, Answer>(
  askers: readonly Asker[],
  perSecond: number,
  ask: (asker: Asker) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const startedMs = performance.now();
  const answers: Promise<Answer>[] = [];
  for (const [index, asker] of askers.entries()) {
    await sleep(startedMs + (index * 1_000) / perSecond - performance.now());
    answers.push(ask(asker));
  }
  return Promise.all(answers);
}

/** One after another. */
export async function oneByOne<Asker, Answer>(
  askers: readonly Asker[],
  ask: (asker: Asker) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const asker of askers) answers.push(await ask(asker));
  return answers;
}
