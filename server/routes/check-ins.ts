import { AppError } from '../../plan/errors.ts';
import type { ChannelGroup, UseCases } from '../../workflow/use-cases.ts';
import type { Route } from '../http/route.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';

const NO_STORE = { 'cache-control': 'no-store' };

/** What the tab asks beside a meeting: whose channel it stands in, and how the group's check-in goes. */
export function checkInRoutes(useCases: UseCases, verifyToken: TabTokenVerifier): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/v1/channels/:channelId/group',
      handle: async ({ headers, params: { channelId = '' } }) => {
        const actor = await verifyToken(headers.authorization);
        const group = await useCases.findChannelGroup({ actor, channelId }).catch(nullWhereRefused);
        return { status: 200, headers: NO_STORE, body: { group } };
      },
    },
    {
      method: 'GET',
      path: '/api/v1/plans/:planId/groups/:group/check-in',
      handle: async ({ headers, params: { planId = '', group = '' } }) => {
        const actor = await verifyToken(headers.authorization);
        const checkIn = await useCases.viewGroupCheckIn({ actor, planId, groupKey: group });
        return { status: 200, headers: NO_STORE, body: { checkIn } };
      },
    },
  ];
}

/** A channel of nobody's, or of a plan the person is not in: the tab then asks which group is meant. */
function nullWhereRefused(error: unknown): ChannelGroup | null {
  if (error instanceof AppError && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN')) return null;
  throw error;
}
