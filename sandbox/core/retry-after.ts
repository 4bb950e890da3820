/** How an answer that asks to wait says so; nothing when it does not. */
export function formatRetryAfter(
  {
    retryAfterSeconds = 0,
    asDate = false,
  }: { readonly retryAfterSeconds?: number; readonly asDate?: boolean },
  nowMs = Date.now(),
): Record<string, string> {
  if (retryAfterSeconds <= 0) return {};
  if (!asDate) return { 'Retry-After': String(retryAfterSeconds) };
  // A date has whole seconds: never sooner than was meant.
  const atMs = Math.ceil((nowMs + retryAfterSeconds * 1_000) / 1_000) * 1_000;
  return { 'Retry-After': new Date(atMs).toUTCString() };
}

/** The wait that the headers of an answer ask for, in seconds; undefined when they ask for none. */
export function readRetryAfterSeconds(
  headers: Readonly<Record<string, string>> | undefined,
  nowMs: number,
): number | undefined {
  const text = headers?.['Retry-After'];
  if (text === undefined) return undefined;
  const seconds = Number(text);
  return Number.isNaN(seconds) ? (Date.parse(text) - nowMs) / 1_000 : seconds;
}
