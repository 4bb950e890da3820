import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** One request the connector got. */
export interface ConnectorRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
}

/** What the connector answers: a status with headers and body, or a broken connection, or nothing at all. */
export type ConnectorAnswer =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | 'reset'
  | 'silence';

/** One request for a file, or with one. */
export interface FileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** What is at an address of a file: its bytes, or where it went, or a broken connection, or an answer without end. */
export type FileAnswer =
  | { readonly status: number; readonly bytes?: Uint8Array; readonly location?: string }
  | 'reset'
  | 'silence'
  | 'endless';

/** Claims of an incoming token; tests override what matters. */
export interface TokenClaims {
  readonly audience?: string;
  readonly issuer?: string;
  readonly serviceUrl?: string;
  readonly expiresIn?: string;
  readonly kid?: string;
  /** Signed with a key Teams never published, under a key id it did. */
  readonly forged?: boolean;
}

/** Teams as the bot sees it, on this machine: publishes keys, signs tokens, takes messages. */
export interface FakeTeams {
  readonly serviceUrl: string;
  readonly openIdMetadataUrl: string;
  readonly requests: ConnectorRequest[];
  /** Where files are kept, besides the connector. */
  readonly filesUrl: string;
  readonly fileRequests: FileRequest[];
  /** What is answered below `filesUrl`, by the rest of the path; 404 for anything else. */
  readonly files: Map<string, FileAnswer>;
  /** What the next requests are answered with; then it takes everything again. */
  answerNext(...answers: ConnectorAnswer[]): void;
  /** People in rosters, by Teams' own id. */
  readonly members: Map<string, Record<string, unknown>>;
  tokenFor(claims?: TokenClaims): Promise<string>;
  stop(): Promise<void>;
}

export const APP_ID = '11111111-2222-4333-8444-555555555555';
export const ISSUER = 'https://api.botframework.com';
const KEY_ID = 'key-1';
const FILES_PATH = '/files/';

export const startFakeTeams = async (): Promise<FakeTeams> => {
  const published = await generateKeyPair('RS256', { extractable: true });
  const stranger = await generateKeyPair('RS256');
  const requests: ConnectorRequest[] = [];
  const script: ConnectorAnswer[] = [];
  const fileRequests: FileRequest[] = [];
  const files = new Map<string, FileAnswer>();
  const members = new Map<string, Record<string, unknown>>();
  const jwk = {
    ...(await exportJWK(published.publicKey)),
    kid: KEY_ID,
    endorsements: ['msteams', 'directline', 'webchat', 'emulator'],
  };

  const server = createServer(async (request, response) => {
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(body === undefined ? '' : JSON.stringify(body));
    };
    const path = request.url ?? '';
    if (path === '/openid') return send(200, { issuer: ISSUER, jwks_uri: `${origin()}/keys` });
    if (path === '/keys') return send(200, { keys: [jwk] });
    if (path.startsWith(FILES_PATH)) {
      const { method = '', headers } = request;
      fileRequests.push({ method, path, headers, bytes: await bytesOf(request) });
      return answerFile(files.get(path.slice(FILES_PATH.length)) ?? { status: 404 }, request, response);
    }
    const body = await bodyOf(request);
    requests.push({ method: request.method ?? '', path, authorization: request.headers.authorization, body });
    const answer = script.shift();
    if (answer === 'reset') return request.socket.destroy();
    if (answer === 'silence') return;
    if (answer) return send(answer.status, answer.body, answer.headers);
    const member = path.match(/\/members\/([^/?]+)/)?.[1];
    if (member) {
      const found = members.get(decodeURIComponent(member));
      return found ? send(200, found) : send(404, { error: { code: 'MemberNotFoundInConversation' } });
    }
    const activityId = `activity-${requests.length}`;
    if (path.endsWith('/v3/conversations')) {
      const channel = (body.channelData as { channel?: { id: string } } | undefined)?.channel?.id;
      return channel
        ? send(201, { id: `${channel};messageid=${requests.length}`, activityId })
        : send(201, { id: `chat-${requests.length}` });
    }
    return send(201, { id: activityId });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${origin()}/connector/`;

  return {
    serviceUrl,
    filesUrl: `${origin()}${FILES_PATH}`,
    fileRequests,
    files,
    openIdMetadataUrl: `${origin()}/openid`,
    requests,
    members,
    answerNext: (...answers) => script.push(...answers),
    tokenFor: (claims = {}) =>
      new SignJWT({ serviceurl: claims.serviceUrl ?? serviceUrl })
        .setProtectedHeader({ alg: 'RS256', kid: claims.kid ?? KEY_ID })
        .setIssuer(claims.issuer ?? ISSUER)
        .setAudience(claims.audience ?? APP_ID)
        .setIssuedAt()
        .setExpirationTime(claims.expiresIn ?? '1h')
        .sign(claims.forged ? stranger.privateKey : published.privateKey),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const answerFile = (answer: FileAnswer, request: IncomingMessage, response: ServerResponse): void => {
  if (answer === 'silence') return;
  if (answer === 'reset') {
    request.socket.destroy();
    return;
  }
  if (answer === 'endless') {
    response.writeHead(200);
    sendWithoutEnd(response);
    return;
  }
  response.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location });
  response.end(answer.bytes);
};

const CHUNK = Buffer.alloc(1024 * 1024, 'x');
const sendWithoutEnd = (response: ServerResponse): void => {
  if (response.destroyed) return;
  if (response.write(CHUNK)) setImmediate(() => sendWithoutEnd(response));
  else response.once('drain', () => sendWithoutEnd(response));
};

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const text = (await bytesOf(request)).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
};
