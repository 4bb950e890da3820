/** Three dot-separated base64url parts: a bearer token, wherever it stands. */
const JWT_PATTERN = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const BEARER_PATTERN = /\bBearer\s+\S+/gi;
/** Delta and paging tokens hold row data, and secrets stand in the same shape. */
const ASSIGNED_PATTERN = /\b(\$?(?:skip)?token|client_secret|client_assertion|assertion|sig)=[^&\s"']+/gi;
const EMAIL_PATTERN = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/g;
const LONGEST = 300;

/** Text from outside made fit for a log: no tokens, no secrets, no e-mail addresses, at most 300 characters. */
export function redact(text: string): string {
  return text
    .replace(BEARER_PATTERN, 'Bearer [removed]')
    .replace(JWT_PATTERN, '[removed]')
    .replace(ASSIGNED_PATTERN, '$1=[removed]')
    .replace(EMAIL_PATTERN, '[address]')
    .slice(0, LONGEST);
}

/** Path of an address or path without the values of its query: `/sites/x/lists?$top&token`. */
export function withoutQueryValues(address: string): string {
  const [path = '', query] = address.replace(/^https?:\/\/[^/]+/i, '').split('?', 2);
  if (query === undefined) return redact(path);
  const names = query.split('&').map((pair) => pair.split('=', 1)[0]);
  return redact(`${path}?${names.join('&')}`);
}
