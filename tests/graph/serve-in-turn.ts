import { GraphRequestError } from '../../graph/graph-request-error.ts';
import { errorBody, type GraphServer, type Handler, startGraphServer } from './graph-server.ts';

let server: GraphServer | undefined;

/** A server that gives these answers one after the other, and the last one from then on. One at a time. */
export async function serveInTurn(...answers: ReturnType<Handler>[]): Promise<GraphServer> {
  let turn = 0;
  server = await startGraphServer(() => answers[Math.min(turn++, answers.length - 1)]);
  return server;
}

/** For `afterEach`. */
export async function stopServing(): Promise<void> {
  await server?.stop();
  server = undefined;
}

export const OK = { status: 200, body: { value: [] } };
export const LISTS_PATH = '/sites/s/lists';
export const throttled = (retryAfter?: string, headers = {}) => ({
  status: 429,
  headers: { ...(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }), ...headers },
  body: errorBody('activityLimitReached'),
});

/** What a promise was rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<GraphRequestError> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome && outcome.error instanceof GraphRequestError) return outcome.error;
  throw new Error(`no GraphRequestError but ${JSON.stringify(outcome)}`);
}
