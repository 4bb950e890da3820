import type * as z from 'zod/mini';
import { ApiError } from './api-error.ts';
import { type FetchApi, MESSAGE_OF_KIND } from './fetch-api.ts';

/** Reads one address of the API below `/api/v1`, or sends `body` there. @throws ApiError */
export type Request = <Body>(ask: {
  path: string;
  schema: z.ZodMiniType<Body>;
  signal?: AbortSignal;
  body?: unknown;
}) => Promise<Body>;

/** A `Request` over the API. */
export function createRequest(fetchApi: FetchApi): Request {
  return async ({ schema, ...ask }) => {
    const response = await fetchApi(ask);
    const body: unknown = await response.json().catch(() => null);
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    throw new ApiError({
      kind: 'not understood',
      message: MESSAGE_OF_KIND['not understood'],
      cause: parsed.error,
    });
  };
}
