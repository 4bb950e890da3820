import autocannon from 'autocannon';
import type { AnswerKind, Submission } from './answering.ts';

/** What came back for one submission. */
export interface Answered {
  readonly kind: AnswerKind;
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

/** How it went. */
export interface Load {
  /** From the first request to the last answer. */
  readonly seconds: number;
  readonly answered: readonly Answered[];
  /** Requests that were never answered. */
  readonly lost: number;
}

const TIMEOUT_SECONDS = 30;

/** Every person posts their submissions one after another, all people at once, each on a connection of their own. */
export async function runLoad(url: string, queues: readonly (readonly Submission[])[]): Promise<Load> {
  const waiting = [...queues];
  const answered: Answered[] = [];
  const amount = queues.reduce((sum, queue) => sum + queue.length, 0);
  const startedMs = performance.now();
  let endedMs = startedMs;
  const result = await autocannon({
    url,
    connections: queues.length,
    amount,
    timeout: TIMEOUT_SECONDS,
    setupClient(client) {
      const answers: Omit<Answered, 'ms'>[] = [];
      client.setRequests(
        (waiting.shift() ?? []).map(({ kind, headers, body }) => ({
          method: 'POST',
          headers: { ...headers },
          body,
          onResponse: (status, text) => answers.push({ kind, status, body: text }),
        })),
      );
      // Comes right after the `onResponse` of the same answer, with how long it took.
      client.on('response', (_status, _bytes, ms) => {
        endedMs = performance.now();
        const answer = answers.pop();
        if (answer !== undefined) answered.push({ ...answer, ms });
      });
    },
  });
  return {
    seconds: (endedMs - startedMs) / 1_000,
    answered,
    lost: result.errors + result.timeouts,
  };
}
