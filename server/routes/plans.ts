import { AppError } from '../../plan/errors.ts';
import { ITEM_LISTS, type ItemList } from '../../plan/glossary.ts';
import type { Actor, UseCases } from '../../workflow/use-cases.ts';
import type { Route, RouteRequest } from '../http/route.ts';
import { unlessKnown } from '../http/unless-known.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';

const NO_STORE = { 'cache-control': 'no-store' };

/** What the tab reads. Every route asks the token who it is; the use cases say what that person may see. */
export function planRoutes(useCases: UseCases, verifyToken: TabTokenVerifier): Route[] {
  const read = (path: string, answer: (actor: Actor, request: RouteRequest) => Promise<unknown>): Route => ({
    method: 'GET',
    path: `/api/v1${path}`,
    handle: async (request) => {
      const actor = await verifyToken(request.headers.authorization);
      return { status: 200, headers: NO_STORE, body: await answer(actor, request) };
    },
  });
  return [
    {
      method: 'GET',
      path: '/api/v1/plans/:planId/overview',
      handle: async (request) => {
        const actor = await verifyToken(request.headers.authorization);
        const { on, since } = request.query;
        const { planId = '' } = request.params;
        const ask = { actor, planId, on: on || null, since: since || null };
        return unlessKnown(request, await useCases.viewOverview(ask), {
          moment: 'asAtWords',
          header: 'x-milepost-as-at',
        });
      },
    },
    read('/plans', async (actor) => ({ plans: await useCases.listPlans({ actor }) })),
    read('/plans/:planId/lists', async (actor, { params: { planId = '' } }) => ({
      lists: (await useCases.viewListsState({ actor })).find((state) => state.planId === planId) ?? null,
    })),
    read(
      '/plans/:planId/items/:list/:key',
      (actor, { params: { planId = '', list = '', key = '' }, query }) =>
        useCases.viewItem({ actor, planId, list: parseItemList(list), key, on: query.on || null }),
    ),
  ];
}

function parseItemList(text: string): ItemList {
  const list = ITEM_LISTS.find((known) => known === text);
  if (list !== undefined) return list;
  throw new AppError({
    code: 'NOT_FOUND',
    message: 'no such list of items',
    userMessage: `There is no such list. Items are in ${ITEM_LISTS.join(', ')}.`,
  });
}
