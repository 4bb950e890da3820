import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** What differs from a good token. */
export interface TokenChanges {
  readonly signedWith?: CryptoKey;
  readonly kid?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now. Default an hour; `null`: it never says. */
  readonly expiresIn?: number | null;
  /** Seconds from now. Default 0. */
  readonly notBeforeIn?: number;
  /** Added to, or in place of, those of a good token; `undefined` leaves one out. */
  readonly claims?: JWTPayload;
}

/** Entra as far as the API sees it: a place with keys, and tokens signed with them. */
export interface TokenIssuer {
  readonly authorityUrl: string;
  readonly tenantId: string;
  readonly tabAppId: string;
  /** As PEM, for whoever would sign with it. */
  readonly publicKey: string;
  /** `Bearer …`, good but for the changes. */
  token(changes?: TokenChanges): Promise<string>;
  /** How the keys are answered from now on. */
  answerKeys(how: KeysAnswer): void;
  /** How often the keys were asked for. */
  asked(): number;
  stop(): Promise<void>;
}

/** `slow` never answers. */
export type KeysAnswer = 'well' | 'slow' | 'cut' | 'broken' | 'nonsense' | 'empty';

export const PERSON = '633e8f7a-c82c-499d-95d7-e230147dd2a9';
const TENANT = '5c922985-eef6-4a6d-899b-79583049aeef';
const TAB = 'b65e1e12-cbe2-4b7f-81bb-45ca2de3133b';

export const nowSeconds = () => Math.floor(Date.now() / 1_000);

/** Starts one on a free port. */
export async function startTokenIssuer(tenantId = TENANT): Promise<TokenIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'ours', use: 'sig' };
  let how: KeysAnswer = 'well';
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (how === 'slow') return;
    if (how === 'cut') return void response.destroy();
    response.statusCode =
      request.url === `/${tenantId}/discovery/v2.0/keys` ? (how === 'broken' ? 500 : 200) : 404;
    response.end(how === 'nonsense' ? '<html>' : JSON.stringify(how === 'empty' ? {} : { keys: [jwk] }));
  });
  await listen(server);
  const authorityUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    authorityUrl,
    tenantId,
    tabAppId: TAB,
    publicKey: await exportSPKI(publicKey),
    async token({ signedWith = privateKey, kid = 'ours', claims = {}, ...changes } = {}) {
      const person = {
        tid: tenantId,
        oid: PERSON,
        scp: 'access_as_user',
        preferred_username: 'a@alp.example',
      };
      const token = new SignJWT({ ...person, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid })
        .setIssuer(changes.issuer ?? `${authorityUrl}/${tenantId}/v2.0`)
        .setAudience(changes.audience ?? TAB)
        .setNotBefore(nowSeconds() + (changes.notBeforeIn ?? 0));
      const { expiresIn = 3_600 } = changes;
      if (expiresIn !== null) token.setExpirationTime(nowSeconds() + expiresIn);
      return `Bearer ${await token.sign(signedWith)}`;
    },
    answerKeys: (next) => {
      how = next;
    },
    asked: () => asked,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}
