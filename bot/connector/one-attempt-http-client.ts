import type { ConnectorClientOptions } from 'botframework-connector';
import { outcomeOfFault, outcomeOfRefusal, SendFailure } from './send-failure.ts';

export type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;
type HttpRequest = Parameters<HttpClient['sendRequest']>[0];
type HttpHeaders = HttpRequest['headers'];

/**
 * The HTTP client under the SDK's connector: exactly one attempt, with a time-out. The SDK repeats
 * POSTs after resets and 5xx, waits for ever, and has no working switch for either; only an error
 * it doesn't know, thrown here, gets past its retries.
 * @throws SendFailure for every answer but 2xx and every fault of the network.
 */
export const createOneAttemptHttpClient = ({
  timeoutMs,
  onUnauthorised,
}: {
  readonly timeoutMs: number;
  /** Called when Teams refuses our token. */
  readonly onUnauthorised: () => void;
}): HttpClient => ({
  async sendRequest(request) {
    const { response, body } = await attempt(request, timeoutMs);
    if (response.status === 401) onUnauthorised();
    if (!response.ok) {
      const retryAfter = response.headers.get('retry-after');
      throw new SendFailure(
        outcomeOfRefusal({ status: response.status, retryAfter, body, nowMs: Date.now() }),
      );
    }
    return {
      request,
      status: response.status,
      headers: sdkHeaders(request.headers, response.headers),
      bodyAsText: body,
    };
  },
});

const attempt = async (request: HttpRequest, timeoutMs: number) => {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers.rawHeaders(),
      ...(typeof request.body === 'string' ? { body: request.body } : {}),
      // A redirect would carry the token to an address nobody allowed.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { response, body: await response.text() };
  } catch (fault) {
    throw new SendFailure(outcomeOfFault(fault), fault);
  }
};

/** The SDK's class of headers is not exported: an emptied copy of the request's serves. */
const sdkHeaders = (like: HttpHeaders, from: Headers): HttpHeaders => {
  const headers = like.clone();
  for (const { name } of headers.headersArray()) headers.remove(name);
  for (const [name, value] of from) headers.set(name, value);
  return headers;
};
