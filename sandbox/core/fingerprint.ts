import { hash } from 'node:crypto';

/** Twelve characters that are the same for the same method, path and body, so that a repeated call is recognised. */
export function fingerprintOf(call: {
  readonly method: string;
  readonly path: string;
  readonly body: Buffer | string;
}): string {
  return hash(
    'sha1',
    Buffer.concat([Buffer.from(`${call.method} ${call.path}\n`), Buffer.from(call.body)]),
    'base64url',
  ).slice(0, 12);
}
