import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Something that wants to be told of changes. */
export interface Receiver {
  /** `http://127.0.0.1:49152/changes` */
  readonly url: string;
  /** Every entry it was told, in order. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into entries of every shape
  readonly entries: any[];
  /** How many entries each request brought. */
  readonly requests: number[];
  /** The tokens it was asked to send back. */
  readonly tokens: string[];
  /** What it answers to the next deliveries; 202 when there is nothing left. */
  readonly statuses: number[];
  /** Sends back something else than the token. */
  answerTokenWith: ((token: string) => { readonly body: string; readonly type: string }) | null;
  /** Waits until it has been sent so many requests. */
  hasRequests(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a receiver on a free port of this machine. */
export async function startReceiver(): Promise<Receiver> {
  let wake: () => void = () => {};
  const server = createServer(async (request, response) => {
    const text = (await request.toArray()).join('');
    const token = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('validationToken');
    if (token !== null) {
      receiver.tokens.push(token);
      const answer = receiver.answerTokenWith?.(token) ?? { body: token, type: 'text/plain' };
      response.writeHead(200, { 'content-type': answer.type });
      response.end(answer.body);
      return;
    }
    const { value } = JSON.parse(text) as { value: object[] };
    receiver.entries.push(...value);
    receiver.requests.push(value.length);
    response.statusCode = receiver.statuses.shift() ?? 202;
    response.end();
    wake();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/changes`,
    entries: [],
    requests: [],
    tokens: [],
    statuses: [],
    answerTokenWith: null,
    async hasRequests(count) {
      while (receiver.requests.length < count)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}
