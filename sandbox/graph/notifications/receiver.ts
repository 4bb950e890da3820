import { randomUUID } from 'node:crypto';
import { GraphError } from '../graph-error.ts';

/** How long a receiver has to prove that it is there. */
const HANDSHAKE_MS = 10_000;

/** How long a receiver has to take a notification. */
const DELIVERY_MS = 3_000;

/**
 * Asks an address to prove that it wants to be told of changes: it must send the token back, decoded, as plain text.
 * @see https://learn.microsoft.com/graph/change-notifications-delivery-webhooks#notificationurl-validation
 * @throws GraphError 400
 */
export async function shakeHands(url: string): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  const address = new URL(url);
  // As a form value: a space becomes `+`, which receivers must undo.
  address.search = new URLSearchParams([...address.searchParams, ['validationToken', token]]).toString();
  const answer = await post(address.href, { type: 'text/plain; charset=utf-8', body: '', ms: HANDSHAKE_MS });
  const isPlain = /^text\/plain\b/i.test(answer?.type ?? '');
  if (answer?.status === 200 && isPlain && answer.text === token) return;
  throw new GraphError({
    status: 400,
    code: 'InvalidRequest',
    message: 'Subscription validation request timed out.',
  });
}

/** Delivers notifications. Answers whether they were taken: with 2xx, and in time. */
export async function deliver(url: string, value: readonly object[]): Promise<boolean> {
  const body = JSON.stringify({ value });
  const answer = await post(url, { type: 'application/json; charset=utf-8', body, ms: DELIVERY_MS });
  return answer !== undefined && answer.status >= 200 && answer.status < 300;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Undefined when there was no whole answer in time. */
async function post(
  url: string,
  { type, body, ms }: { type: string; body: string; ms: number },
): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(ms),
    });
    const text = await response.text();
    return { status: response.status, type: response.headers.get('content-type') ?? '', text };
  } catch {
    return undefined;
  }
}
