/** A request the sandbox (or Milepost behind it) refused. `message` is plain words to show as they are. */
export class RequestError extends Error {
  /** HTTP status; 0 when nothing answered. */
  readonly status: number;

  constructor({ status, message }: { status: number; message: string }) {
    super(message);
    this.name = 'RequestError';
    this.status = status;
  }
}

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, but for a file, which is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * One request with a JSON answer to the page's own origin. Answers undefined when there is no body.
 * @throws RequestError with the words of the answer, or words of ours when nothing answered.
 */
export async function requestJson<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const { method = 'GET', body, headers = {} } = options;
  const isFile = body instanceof Blob;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined || isFile ? headers : { 'content-type': 'application/json', ...headers },
      body: body === undefined || isFile ? body : JSON.stringify(body),
    });
  } catch {
    throw new RequestError({
      status: 0,
      message: 'The sandbox does not answer. See whether it is still running (npm start), then try again.',
    });
  }
  const text = await response.text();
  const answer = parseJson(text);
  if (!response.ok) {
    const message = messageOf(answer) ?? `The sandbox answered ${response.status} to ${method} ${path}.`;
    throw new RequestError({ status: response.status, message });
  }
  return answer as Answer;
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Controls and Graph answer `{error: {message}}`, the sandbox's core `{error: text}`. */
function messageOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return undefined;
  const { error } = answer;
  if (typeof error === 'string') return error;
  if (typeof error !== 'object' || error === null || !('message' in error)) return undefined;
  return typeof error.message === 'string' ? error.message : undefined;
}

/** The words to show for whatever was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
