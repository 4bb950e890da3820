import { AppError } from '../../plan/errors.ts';
import { ITEM_COLOURS, isItemColour } from '../../plan/filter/colours.ts';
import { isItemList, isShow, isStage } from '../../plan/filter/filter.ts';
import { SHOWS } from '../../plan/filter/shows.ts';
import { parseSort, SORT_KEYS } from '../../plan/filter/sort.ts';
import { EXPORT_VIEWS, isExportView } from '../../plan/filter/views.ts';
import { ITEM_LISTS, STAGES } from '../../plan/glossary.ts';
import type { UseCases } from '../../workflow/use-cases.ts';
import { fileAnswer } from '../http/file-answer.ts';
import type { Route, RouteRequest } from '../http/route.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';

type Query = RouteRequest['query'];

const FORMATS = ['xlsx', 'csv'] as const;

/**
 * `GET /api/v1/plans/{planId}/export?format=xlsx|csv&view=…`: what that page shows, with the filter and days its address
 * has, as a file; without `view` the whole plan.
 */
export function exportRoute(useCases: UseCases, verifyToken: TabTokenVerifier): Route {
  return {
    method: 'GET',
    path: '/api/v1/plans/:planId/export',
    handle: async ({ headers, params: { planId = '' }, query }) => {
      const actor = await verifyToken(headers.authorization);
      const format = known(query, 'format', FORMATS, isFormat) ?? 'xlsx';
      const shown = shownView(query);
      const file = await useCases.exportPlan({ actor, planId, format, ...(shown && { shown }) });
      return fileAnswer(file);
    },
  };
}

/** `null` for the whole plan, which is not filtered. */
function shownView(query: Query) {
  const view = known(query, 'view', EXPORT_VIEWS, isExportView);
  if (view === null) return null;
  return {
    view,
    on: query.on || null,
    since: query.since || null,
    filter: {
      list: known(query, 'list', ITEM_LISTS, isItemList),
      theme: query.theme || null,
      group: query.group || null,
      colour: known(query, 'colour', ITEM_COLOURS, isItemColour),
      stage: known(query, 'stage', STAGES, isStage),
      show: known(query, 'show', SHOWS, isShow),
      text: query.text || null,
    },
    sort: sortIn(query),
  };
}

function sortIn(query: Query) {
  if (!query.sort) return null;
  const sort = parseSort(query.sort);
  if (sort === null) throw unknownWord('sort', query.sort, SORT_KEYS);
  return sort;
}

/** One of the words a part of the query may be; `null` where it says nothing. @throws AppError `BAD_INPUT` */
function known<Word extends string>(
  query: Query,
  name: string,
  words: readonly Word[],
  isKnown: (text: string) => text is Word,
): Word | null {
  const text = query[name];
  if (!text) return null;
  if (isKnown(text)) return text;
  throw unknownWord(name, text, words);
}

function isFormat(text: string): text is (typeof FORMATS)[number] {
  return FORMATS.some((format) => format === text);
}

function unknownWord(name: string, text: string, words: readonly string[]): AppError {
  return new AppError({
    code: 'BAD_INPUT',
    message: `no such ${name}`,
    userMessage: `There is no ${name} “${text.slice(0, 40)}”. Choose one of: ${words.join(', ')}.`,
  });
}
