import { useMemo } from 'react';
import { type ApiError, asApiError } from '../api/api-error.ts';
import { createFetchApi, type FetchApi } from '../api/fetch-api.ts';
import { createRequest } from '../api/request.ts';
import { type Api, RequestContext } from '../api/request-context.ts';
import { PlacePage } from '../hosting/place-page.tsx';

export interface SignedInProps {
  readonly getToken: () => Promise<string>;
  /** Called, besides the failure itself, when there is no token or the server does not take it. */
  readonly onRefused: (error: ApiError) => void;
}

/** What Milepost shows here, for somebody who is signed in. Both properties must stay the same functions. */
export function SignedIn({ getToken, onRefused }: SignedInProps) {
  const api = useMemo((): Api => {
    const ask = createFetchApi({ getToken });
    const fetchApi: FetchApi = (what) =>
      ask(what).catch((failure: unknown) => {
        const error = asApiError(failure);
        if (error.kind === 'sign-in') onRefused(error);
        throw error;
      });
    return { fetchApi, request: createRequest(fetchApi) };
  }, [getToken, onRefused]);
  return (
    <RequestContext value={api}>
      <PlacePage />
    </RequestContext>
  );
}
