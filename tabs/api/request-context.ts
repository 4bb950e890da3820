import { createContext, useContext } from 'react';
import type { Request } from './request.ts';

/** Gives every component of the page the way to ask the API. */
export const RequestContext = createContext<Request | null>(null);

/** @throws Error outside a `RequestContext`. */
export function useRequest(): Request {
  const request = useContext(RequestContext);
  if (!request) throw new Error('useRequest is used outside a RequestContext.');
  return request;
}
