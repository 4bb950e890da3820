import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { AppError } from '../plan/errors.ts';

/**
 * Trusts the certificates of `caFile` besides the usual ones, for every connection of this process.
 * @throws AppError `BAD_CONFIG` when the file cannot be read
 */
export function trustCertificates(caFile: string): void {
  let pem: string;
  try {
    pem = readFileSync(caFile, 'utf8');
  } catch (cause) {
    throw new AppError({
      code: 'BAD_CONFIG',
      message: `MILEPOST_CA_FILE: ${caFile} cannot be read. For the sandbox, start it first with \`npm start\`.`,
      cause,
    });
  }
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), pem]);
}
