import { createContext, useContext } from 'react';
import type { FetchApi } from './fetch-api.ts';
import type { Request } from './request.ts';

/** The ways to ask the API. */
export interface Api {
  readonly fetchApi: FetchApi;
  readonly request: Request;
}

/** Gives every component of the page the ways to ask the API. */
export const RequestContext = createContext<Api | null>(null);

/** @throws Error outside a `RequestContext`. */
export function useRequest(): Request {
  return useApi().request;
}

/** @throws Error outside a `RequestContext`. */
export function useApi(): Api {
  const api = useContext(RequestContext);
  if (!api) throw new Error('The API is asked outside a RequestContext.');
  return api;
}
