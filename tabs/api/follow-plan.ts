import { createParser } from 'eventsource-parser';
import type { PlanId } from '../../plan/plan.ts';
import type { FetchApi } from './fetch-api.ts';
import { pause, spread } from './pause.ts';

const SECOND_MS = 1000;
/** The server says something every 25 seconds. */
const SILENCE_MS = 65 * SECOND_MS;
const FIRST_WAIT_MS = SECOND_MS;
const LONGEST_WAIT_MS = 60 * SECOND_MS;

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
  let wasTold = false;
  const heard: Follower = {
    onChange: follower.onChange,
    onState(isOn) {
      wasTold ||= isOn;
      follower.onState(isOn);
    },
  };
  while (!signal.aborted) {
    await untilVisible(signal);
    const isOver = await followOnce({ fetchApi, planId, signal }, heard);
    follower.onState(false);
    if (signal.aborted) return;
    failures = isOver ? 0 : failures + 1;
    // Why it fails now, or that the person may no longer read, is told by what is asked for next.
    if (!isOver && wasTold) {
      wasTold = false;
      follower.onChange();
    }
    await pause(spread(Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS)), signal);
  }
}

/** Answers whether it was the server that ended it, as when the token is over; else it was refused or failed. */
async function followOnce(
  { fetchApi, planId, signal }: { fetchApi: FetchApi; planId: PlanId; signal: AbortSignal },
  { onChange, onState }: Follower,
): Promise<boolean> {
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
      if (done) return true;
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } catch {
    return false;
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
