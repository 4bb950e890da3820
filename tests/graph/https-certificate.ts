import { generate } from 'selfsigned';
import { trustCertificate } from '../helpers/sandbox.ts';

interface Certificate {
  readonly cert: string;
  readonly key: string;
}
let made: Promise<Certificate> | undefined;

/** A certificate for `https://localhost` that this process trusts from now on; always the same one. */
export function trustedCertificate(): Promise<Certificate> {
  made ??= makeCertificate();
  return made;
}

async function makeCertificate(): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Graph of a test' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  trustCertificate(made.cert);
  return { cert: made.cert, key: made.private };
}
