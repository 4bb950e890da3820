import * as z from 'zod/mini';
import { ApiError, type ApiErrorKind } from './api-error.ts';
import { noteBuild } from './build.ts';

/** A slow answer is told as a failure after this long. */
const REQUEST_TIMEOUT_MS = 20_000;
/** The server waits no longer for a file. */
const FILE_TIMEOUT_MS = 35_000;

/** Fetches one address of the API below `/api/v1` with the person's token. @throws ApiError for anything but 2xx and 304 */
export type FetchApi = (ask: {
  path: string;
  signal?: AbortSignal;
  /** Sent as JSON, a file as it is. Default: nothing is, the address is read. */
  body?: unknown;
  /** How `body` is sent. Default: `POST`. */
  method?: 'POST' | 'PUT';
  /** The mark of what is known already: where it still holds, the answer is 304 and has no body. */
  knownMark?: string | null;
  /** It is sent to its end even if the page goes away meanwhile; for what is short. Default: no. */
  outlivesPage?: boolean;
  /** It goes on telling: only its beginning must come in time. */
  isEndless?: boolean;
}) => Promise<Response>;

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

const KIND_OF_STATUS: Readonly<Record<number, ApiErrorKind>> = {
  400: 'bad input',
  401: 'sign-in',
  403: 'forbidden',
  404: 'not found',
  409: 'bad input',
  413: 'bad input',
};

/** The server's own words say what it waits for; those of other failures of its own are for its operators. */
const UNAVAILABLE = 503;
const NOT_MODIFIED = 304;

export const MESSAGE_OF_KIND: Readonly<Record<ApiErrorKind, string>> = {
  'sign-in': 'Milepost did not accept your sign-in. Close this tab and open it again.',
  forbidden: 'You may not see this plan. Ask the plan manager to add you to it.',
  'not found': 'This is not in the plan, or no longer.',
  'bad input': 'Milepost could not read what was asked for.',
  unreachable: 'Milepost could not be reached. Check your connection and try again.',
  server: 'Milepost has a problem of its own. Try again in a few minutes.',
  'not understood': 'Milepost has changed since you opened this tab. Close it and open it again.',
};

export const NO_TOKEN =
  'Teams could not sign you in to Milepost. Try again, or close this tab and open it again.';

/** A `FetchApi` that presents the token Teams gives. */
export function createFetchApi({ getToken }: { getToken: () => Promise<string> }): FetchApi {
  return async (ask) => {
    const { path, signal, body: sent, method = 'POST', knownMark = null } = ask;
    const { outlivesPage = false, isEndless = false } = ask;
    const token = await getToken().catch((cause: unknown) => {
      if (cause instanceof ApiError) throw cause;
      throw new ApiError({ kind: 'sign-in', message: NO_TOKEN, cause });
    });
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), sent instanceof Blob ? FILE_TIMEOUT_MS : REQUEST_TIMEOUT_MS);
    const response = await fetch(`/api/v1${path}`, {
      ...(sent === undefined ? {} : { method, body: sent instanceof Blob ? sent : JSON.stringify(sent) }),
      headers: {
        authorization: `Bearer ${token}`,
        ...(sent === undefined
          ? {}
          : { 'content-type': sent instanceof Blob ? 'application/octet-stream' : 'application/json' }),
        ...(knownMark === null ? {} : { 'if-none-match': knownMark }),
      },
      keepalive: outlivesPage,
      signal: AbortSignal.any([late.signal, ...(signal ? [signal] : [])]),
    }).catch((cause: unknown) => {
      throw new ApiError({ kind: 'unreachable', message: MESSAGE_OF_KIND.unreachable, cause });
    });
    if (isEndless) clearTimeout(timer);
    noteBuild(response);
    if (response.ok || response.status === NOT_MODIFIED) return response;
    const body: unknown = await response.json().catch(() => null);
    throw refusal(response.status, body);
  };
}

/** The server's own words where it has some: they know more than a status. */
function refusal(status: number, body: unknown): ApiError {
  const kind = KIND_OF_STATUS[status] ?? 'server';
  const told = errorSchema.safeParse(body);
  const isToldInWords = kind !== 'server' || status === UNAVAILABLE;
  const message = told.success && isToldInWords ? told.data.error.message : MESSAGE_OF_KIND[kind];
  return new ApiError({ kind, message, answer: body });
}
