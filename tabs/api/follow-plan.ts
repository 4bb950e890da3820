import { createParser } from 'eventsource-parser';
import type { PlanId } from '../../plan/plan.ts';
import { asApiError, isRefusal } from './api-error.ts';
import type { FetchApi } from './fetch-api.ts';
import { pause, spread } from './pause.ts';

const SECOND_MS = 1000;
/** The server says something every 25 seconds. */
const SILENCE_MS = 65 * SECOND_MS;
const FIRST_WAIT_MS = SECOND_MS;
const LONGEST_WAIT_MS = 60 * SECOND_MS;

/** How a stream of events ended: by the server, whose token was over; by a failure; or it was refused. */
type Ending = 'over' | 'failed' | 'refused';

export interface Follower {
  /** The plan has changed, or may have while nobody told. */
  onChange(): void;
  /** Changes are told from now on, or no longer. */
  onState(isOn: boolean): void;
}

/**
 * Follows a plan by `GET /plans/{planId}/live` while the page is seen, until `signal` ends it. Joins again by itself, after
 * failures less and less often. Never rejects.
 */
export async function followPlan(
  { fetchApi, planId, signal }: { fetchApi: FetchApi; planId: PlanId; signal: AbortSignal },
  follower: Follower,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    await untilVisible(signal);
    const ending = await followOnce({ fetchApi, planId, signal }, follower);
    follower.onState(false);
    if (signal.aborted) return;
    failures = ending === 'over' ? 0 : failures + 1;
    // Why it failed, or that the person may no longer read, is told by what is asked for next.
    if (failures === 1) follower.onChange();
    await pause(spread(Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS)), signal);
  }
}

async function followOnce(
  { fetchApi, planId, signal }: { fetchApi: FetchApi; planId: PlanId; signal: AbortSignal },
  { onChange, onState }: Follower,
): Promise<Ending> {
  const left = new AbortController();
  const leaveUnseen = () => {
    if (document.visibilityState === 'hidden') left.abort();
  };
  let silence: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(() => left.abort(), SILENCE_MS);
  };
  document.addEventListener('visibilitychange', leaveUnseen);
  try {
    const response = await fetchApi({
      path: `/plans/${encodeURIComponent(planId)}/live`,
      signal: AbortSignal.any([signal, left.signal]),
      isEndless: true,
    });
    onState(true);
    const parser = createParser({ onEvent: ({ event }) => event === 'changed' && onChange() });
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    for (;;) {
      heard();
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) return 'over';
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } catch (failure) {
    return isRefusal(asApiError(failure)) ? 'refused' : 'failed';
  } finally {
    clearTimeout(silence);
    document.removeEventListener('visibilitychange', leaveUnseen);
    left.abort();
  }
}

function untilVisible(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.visibilityState === 'hidden' && !signal.aborted) return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look, { once: true });
    look();
  });
}
