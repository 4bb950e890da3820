import { GraphError } from './graph-error.ts';
import type { GraphAnswer } from './operation.ts';

export const JSON_TYPE =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

export interface RequestIds {
  readonly requestId: string;
  /** What the client sent as its own id, or the same as `requestId`. */
  readonly clientRequestId: string;
}

/** An answer in its last form, for the wire or for a batch. */
export interface FormedAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

/** Gives an answer its content headers, or a refusal its error body. Empty answers have no content type. */
export function formAnswer(answer: GraphAnswer | GraphError, ids: RequestIds): FormedAnswer {
  if (answer instanceof GraphError)
    return {
      status: answer.status,
      headers: {
        // Recorded so: what SharePoint refuses by itself is an OData answer all the same.
        ...(answer.hasInnerError ? {} : { 'OData-Version': '4.0' }),
        'Content-Type': 'application/json',
        ...answer.headers,
      },
      body: formError(answer, ids),
    };
  if (answer.body === undefined) return { status: answer.status, headers: { ...answer.headers } };
  return {
    status: answer.status,
    headers: { 'OData-Version': '4.0', 'Content-Type': JSON_TYPE, ...answer.headers },
    body: answer.body,
  };
}

function formError(error: GraphError, { requestId, clientRequestId }: RequestIds): unknown {
  const { code, message, innerCode, hasInnerError } = error;
  if (!hasInnerError) return { error: { code, message } };
  // Graph gives this date without a zone.
  const date = new Date().toISOString().slice(0, 19);
  const innerError = {
    ...(innerCode === undefined ? {} : { code: innerCode }),
    date,
    'request-id': requestId,
    'client-request-id': clientRequestId,
  };
  return { error: { code, message, innerError } };
}
