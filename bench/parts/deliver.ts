import { setTimeout as sleep } from 'node:timers/promises';
import { isAccepted, type Submission } from './answering.ts';

/** What the people saw. */
export interface Seen {
  /** In the order in which somebody was told that they are saved. */
  readonly accepted: Submission[];
  /** Deliveries that got no answer, or another one than "saved". */
  failedDeliveries: number;
}

/** A person gives up after this. */
const PATIENCE_MS = 180_000;
const RETRY_MS = 100;
/** As long as Teams waits for a bot. */
const TIMEOUT_MS = 15_000;

/** Delivers one submission again and again until its person is told that it is saved, as Teams and people do. */
export async function deliverUntilAccepted(
  submission: Submission,
  { serverUrl, seen }: { readonly serverUrl: string; readonly seen: Seen },
): Promise<void> {
  const { headers, body } = submission;
  const startedMs = performance.now();
  while (performance.now() - startedMs < PATIENCE_MS) {
    try {
      const response = await fetch(`${serverUrl}/api/messages`, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (isAccepted(response.status, await response.text())) {
        seen.accepted.push(submission);
        return;
      }
    } catch {
      // No answer: the server is being killed or not there yet. Delivered again below.
    }
    seen.failedDeliveries += 1;
    await sleep(RETRY_MS);
  }
}
