import type { ServerResponse } from 'node:http';

/** Proxies close what says nothing for a minute, some after half of one. */
const HEARTBEAT_MS = 25_000;
/** Hundreds of events: whoever has not taken so many is gone, or as good as gone. */
const MAX_WAITING_BYTES = 16 * 1024;

/** Server-sent events to one page. */
export interface EventStream {
  send(event: string, data: object): void;
  end(): void;
  /** Settles once it is over, whoever ended it. */
  readonly ended: Promise<void>;
}

/**
 * Begins an answer of events, with a word now and then that keeps it open. Whoever does not read them is let go.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function openEventStream(response: ServerResponse): EventStream {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const write = (text: string) => {
    if (response.destroyed || response.writableEnded) return;
    response.write(text);
    // Node would keep all of it in memory.
    if (response.writableLength > MAX_WAITING_BYTES) response.destroy();
  };
  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
  const stop = () => {
    clearInterval(heartbeat);
    resolve();
  };
  response.once('close', stop);
  // It closed while rights were looked up: the event has been.
  if (response.destroyed) stop();
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // nginx and what is made of it would collect events otherwise.
    'x-accel-buffering': 'no',
  });
  return {
    ended,
    send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    end() {
      stop();
      response.end();
    },
  };
}
