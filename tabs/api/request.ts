import type * as z from 'zod/mini';
import { ApiError } from './api-error.ts';
import { type FetchApi, MESSAGE_OF_KIND } from './fetch-api.ts';
import { createKnownAnswers } from './known-answers.ts';

interface Ask<Body> {
  readonly path: string;
  readonly schema: z.ZodMiniType<Body>;
  readonly signal?: AbortSignal;
  readonly body?: unknown;
  readonly method?: 'POST' | 'PUT';
  /** It is sent to its end even if the page goes away meanwhile; for what is short. Default: no. */
  readonly outlivesPage?: boolean;
  /** Brings what is known and still holds up to date by the answer's headers. Default: it stays as it is. */
  readonly refresh?: (known: Body, headers: Headers) => Body;
}

/** Reads one address of the API below `/api/v1`, or sends `body` there. @throws ApiError */
export type Request = <Body>(ask: Ask<Body>) => Promise<Body>;

/** A `Request` over the API. What the server says has not changed is the same object again. */
export function createRequest(fetchApi: FetchApi): Request {
  const known = createKnownAnswers();
  return async <Body>({ schema, refresh = (same) => same, ...ask }: Ask<Body>) => {
    const kept = ask.body === undefined ? known.get(ask.path) : null;
    const response = await fetchApi({ ...ask, knownMark: kept?.mark ?? null });
    if (kept !== null && response.status === 304) {
      const refreshed = refresh(kept.body as Body, response.headers);
      known.keep(ask.path, kept.mark, refreshed);
      return refreshed;
    }
    const body: unknown = await response.json().catch(() => null);
    const parsed = schema.safeParse(body);
    if (parsed.success) {
      if (ask.body === undefined) known.keep(ask.path, response.headers.get('etag'), parsed.data);
      return parsed.data;
    }
    throw new ApiError({
      kind: 'not understood',
      message: MESSAGE_OF_KIND['not understood'],
      cause: parsed.error,
    });
  };
}
