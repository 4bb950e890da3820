import { createHash } from 'node:crypto';
import type { RouteAnswer, RouteRequest } from './route.ts';

/**
 * Answers a body, or 304 and no body to whoever has it already and said so. Its mark is weak: the same body may be packed
 * one way or another.
 * @param moment what of the body changes by itself, as `As at 10:31`: it does not make another body, and goes in a header
 *   of its own too, percent-encoded
 */
export function unlessKnown<Body extends object, Name extends keyof Body & string>(
  { headers }: RouteRequest,
  body: Body,
  { moment, header }: { readonly moment: Name; readonly header: string },
): RouteAnswer {
  const { [moment]: words, ...rest } = body;
  const text = JSON.stringify(rest);
  const etag = `W/"${createHash('sha256').update(text).digest('base64url')}"`;
  const told = { 'cache-control': 'no-store', etag, [header]: encodeURIComponent(String(words)) };
  if (headers['if-none-match'] === etag) return { status: 304, headers: told };
  return {
    status: 200,
    headers: { ...told, 'content-type': 'application/json; charset=utf-8' },
    // Written out once only: hundreds of items take milliseconds.
    body: `{${JSON.stringify(moment)}:${JSON.stringify(words)},${text.slice(1)}`,
  };
}
