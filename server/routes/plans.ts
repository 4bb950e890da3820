import { AppError } from '../../plan/errors.ts';
import { ITEM_LISTS, type ItemList } from '../../plan/glossary.ts';
import type { Actor, ExportedFile, UseCases } from '../../workflow/use-cases.ts';
import type { Route, RouteRequest } from '../http/route.ts';
import { unlessKnown } from '../http/unless-known.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';

const NO_STORE = { 'cache-control': 'no-store' };
const FORMATS = ['xlsx', 'csv'] as const;

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
      path: '/api/v1/plans/:planId/export',
      handle: async ({ headers, params: { planId = '' }, query }) => {
        const actor = await verifyToken(headers.authorization);
        const file = await useCases.exportPlan({ actor, planId, format: parseFormat(query.format) });
        return { status: 200, headers: downloadHeaders(file), body: file.bytes };
      },
    },
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
    read('/plans/:planId/deliveries', async (actor, { params: { planId = '' }, query }) => ({
      deliveries: await useCases.viewDeliveries({ actor, planId, page: parsePage(query.page) }),
    })),
    read(
      '/plans/:planId/items/:list/:key',
      (actor, { params: { planId = '', list = '', key = '' }, query }) =>
        useCases.viewItem({ actor, planId, list: parseItemList(list), key, on: query.on || null }),
    ),
  ];
}

function parseFormat(text: string | undefined): (typeof FORMATS)[number] {
  const format = FORMATS.find((known) => known === (text ?? 'xlsx'));
  if (format !== undefined) return format;
  throw new AppError({
    code: 'BAD_INPUT',
    message: 'no such format',
    userMessage: `A plan can be exported as ${FORMATS.join(' or ')}.`,
  });
}

function parsePage(text = '0'): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new AppError({
    code: 'BAD_INPUT',
    message: 'no such page',
    userMessage: 'A page is a whole number: 0 for the last fortnight, 1 for the one before.',
  });
}

function downloadHeaders({ name, contentType }: ExportedFile): Record<string, string> {
  return {
    ...NO_STORE,
    'content-type': contentType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
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
