/** Longer than the sandbox waits for whoever follows its clock, which is what takes longest. */
const TIMEOUT_MS = 300_000;

/** What the sandbox answers while a fault of its own is switched on; the benchmark itself does not wait. */
const BUSY = [429, 503];
const MAX_TRIES = 50;

/** Gets or, with a body, posts JSON. @throws Error for any status but 2xx, with what was answered */
export async function fetchJson<Answer>(
  url: string,
  {
    body,
    token,
    method = body === undefined ? 'GET' : 'POST',
  }: { readonly body?: unknown; readonly token?: string; readonly method?: 'GET' | 'POST' | 'PATCH' } = {},
): Promise<Answer> {
  const ask = () =>
    fetch(url, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  let response = await ask();
  for (let tries = 1; BUSY.includes(response.status) && tries < MAX_TRIES; tries += 1) response = await ask();
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 500)}`);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}
