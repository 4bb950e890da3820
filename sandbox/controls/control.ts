import type { z } from 'zod';
import type { Route, SandboxRequest, SandboxResponse } from '../core/http.ts';
import { HttpError } from '../core/http-error.ts';
import { RefusedError } from '../teams/client/refusal.ts';
import type { ControlError } from './shapes.ts';

/** A control that answers 200 with what its handler gives. */
export interface Control {
  readonly method: 'GET' | 'POST';
  /** Below `/sandbox`. */
  readonly path: string;
  /** @throws RefusedError, HttpError or BodyError, which become the answer */
  readonly handler: (request: SandboxRequest) => unknown;
}

/** A body that was not understood. */
export class BodyError extends Error {
  readonly expected: readonly string[];

  constructor(message: string, expected: readonly string[]) {
    super(message);
    this.name = 'BodyError';
    this.expected = expected;
  }
}

export function toRoute({ method, path, handler }: Control): Route {
  return {
    method,
    path: `/sandbox${path}`,
    async handler(request) {
      try {
        return { status: 200, body: await handler(request) };
      } catch (error) {
        const refusal = toRefusal(error);
        if (refusal === undefined) throw error;
        return refusal;
      }
    },
  };
}

/**
 * Reads a JSON body; an empty one is `{}`.
 * @throws BodyError naming each field that was not understood, with what is expected there
 */
export function readBody<T>({ body, method, path }: SandboxRequest, schema: z.ZodType<T>): T {
  const call = `${method} ${path}`;
  const parsed = schema.safeParse(parseJson(body, call));
  if (parsed.success) return parsed.data;
  const expected = parsed.error.issues.map((issue) => {
    const where = issue.path.length === 0 ? 'body' : issue.path.join('.');
    return `${where}: ${issue.message}`;
  });
  throw new BodyError(`The body of ${call} was not understood. ${expected.join('; ')}.`, expected);
}

function parseJson(body: Buffer, call: string): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new BodyError(`The body of ${call} is not JSON.`, ['body: JSON']);
  }
}

function toRefusal(error: unknown): SandboxResponse | undefined {
  if (error instanceof BodyError)
    return refuse(400, { code: 'BAD_INPUT', message: error.message, expected: error.expected });
  if (error instanceof RefusedError)
    return refuse(error.status, { code: error.code, message: error.message, ...error.details });
  if (error instanceof HttpError) return refuse(error.status, { code: 'BAD_INPUT', message: error.message });
  return undefined;
}

function refuse(status: number, error: ControlError['error']): SandboxResponse {
  return { status, body: { error } satisfies ControlError };
}
