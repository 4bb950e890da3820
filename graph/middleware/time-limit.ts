import type { Middleware } from '@microsoft/microsoft-graph-client';
import { chained } from './chained.ts';

/** Gives every single try `timeoutMs` for its whole answer, body included. */
export const createTimeLimitMiddleware = (timeoutMs: number): Middleware =>
  chained(async (context, next) => {
    context.options = { ...context.options, signal: AbortSignal.timeout(timeoutMs) };
    await next();
  });
