import { EventSourceParserStream } from 'eventsource-parser/stream';

/** The server-sent events of an answer, as they come. */
export interface Events {
  /** The next one; `null` once the answer has ended or was cut. */
  next(): Promise<{ readonly event?: string; readonly data: string } | null>;
  close(): Promise<void>;
}

export function readEvents(answer: Response): Events {
  const reader = (answer.body as ReadableStream<Uint8Array<ArrayBuffer>>)
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  return {
    next: () =>
      reader.read().then(
        ({ value }) => value ?? null,
        () => null,
      ),
    close: () => reader.cancel(),
  };
}
