import { decodeJwt } from 'jose';
import type { Route } from '../http/route.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';
import type { LivePages } from '../live/live-pages.ts';

/** Tells an open page, by server-sent events, when it is to ask anew. With a token as every address: so not by `EventSource`. */
export function liveRoute(pages: LivePages, verifyToken: TabTokenVerifier): Route {
  return {
    method: 'GET',
    path: '/api/v1/plans/:planId/live',
    handle: async ({ headers, params: { planId = '' }, raw }) => {
      const actor = await verifyToken(headers.authorization);
      await pages.open({ actor, planId, endsAtMs: endOf(headers.authorization), response: raw.response });
      return 'answered';
    },
  };
}

/** When a token ends, in milliseconds since 1970; one that was taken says so. */
function endOf(authorization = ''): number {
  return (decodeJwt(authorization.replace(/^Bearer /, '')).exp ?? 0) * 1_000;
}
