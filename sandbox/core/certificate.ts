import { randomUUID, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** PEM texts for `https://localhost`. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** Where the certificate is kept, for clients to trust it. */
  readonly certPath: string;
}

const DAY_MS = 86_400_000;

/** Valid for ten years: a sandbox may lie for a long time between two starts. */
const VALID_MS = 3_650 * DAY_MS;

/** Opens the certificate of `dataDir`, making it (with its key) at first and when it has run out. */
export async function openCertificate(dataDir: string): Promise<Certificate> {
  const certPath = join(dataDir, 'localhost-cert.pem');
  const keyPath = join(dataDir, 'localhost-key.pem');
  if (existsSync(certPath) && existsSync(keyPath)) {
    const cert = readFileSync(certPath, 'utf8');
    const isValid = Date.parse(new X509Certificate(cert).validTo) > Date.now() + DAY_MS;
    if (isValid) return { cert, key: readFileSync(keyPath, 'utf8'), certPath };
  }
  // A name of its own: of two trusted certificates with one name, OpenSSL tries only the first.
  const name = `localhost sandbox ${randomUUID()}`;
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - DAY_MS),
    notAfterDate: new Date(Date.now() + VALID_MS),
    extensions: [
      // Its own authority: a client that trusts it as a root accepts it as the server's.
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  writeFileSync(keyPath, made.private, { mode: 0o600 });
  writeFileSync(certPath, made.cert);
  return { cert: made.cert, key: made.private, certPath };
}
