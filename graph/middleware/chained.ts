import type { Context, Middleware } from '@microsoft/microsoft-graph-client';

/** Sends the request on to the rest of the chain; the answer is then in the context. */
export type Next = () => Promise<void>;

/** A middleware that does something around the rest of the chain. */
export function chained(around: (context: Context, next: Next) => Promise<void>): Middleware {
  let following: Middleware | undefined;
  return {
    setNext(middleware: Middleware): void {
      following = middleware;
    },
    async execute(context: Context): Promise<void> {
      await around(context, async () => {
        await following?.execute(context);
      });
    },
  };
}

/** Address of the request. */
export const urlOf = (context: Context): string =>
  typeof context.request === 'string' ? context.request : context.request.url;

/** Sets a header of the request. */
export function setHeader(context: Context, name: string, value: string): void {
  const headers = new Headers(context.options?.headers);
  headers.set(name, value);
  context.options = { ...context.options, headers };
}
