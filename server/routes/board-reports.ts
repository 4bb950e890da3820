import { z } from 'zod';
import { REPORT_PARTS, REPORT_SECTIONS } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import {
  type CorrectionOpened,
  PAPER_FORMATS,
  REPORT_PAPERS,
  type SectionSaved,
} from '../../workflow/use-cases/board-reports.ts';
import type { UseCases } from '../../workflow/use-cases.ts';
import { fileAnswer } from '../http/file-answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Route, RouteAnswer, RouteRequest } from '../http/route.ts';
import { type PlanAsk, routesOfPlan } from '../http/routes-of-plan.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';

/** Far above what a section may hold, which the use case says in words. */
const LONGEST_TEXT = 60_000;

const SECTION_BODY = z.object({
  words: z.string().max(LONGEST_TEXT).nullable(),
  isInternal: z.boolean().nullable(),
  version: z.number().int().min(0),
  checked: z.boolean().optional(),
});
const APPROVE_BODY = z.object({ seen: z.record(z.string(), z.number().int().min(0)).optional() });
const POST_BODY = z.object({ submission: z.string().max(120), approvedAt: z.string().max(40) });
const CORRECT_BODY = z.object({
  words: z.string().max(LONGEST_TEXT),
  submission: z.string().max(120),
  checked: z.boolean().optional(),
});
const RETRY_BODY = z.object({ part: z.enum(REPORT_PARTS), version: z.number().int().min(1) });
const VERSION = z.coerce.number().int().min(1);

/** Reports of boards: `GET …/board-reports` lists them, `…/{key}` is one, and what is done with it. */
export function boardReportRoutes(useCases: UseCases, verifyToken: TabTokenVerifier): Route[] {
  const route = routesOfPlan(verifyToken);
  const ofReport = (
    method: Route['method'],
    path: string,
    answer: (ask: PlanAsk & { readonly reportKey: string }, request: RouteRequest) => Promise<unknown>,
  ) =>
    route(method, `/board-reports/:key${path}`, (ask, request) =>
      answer({ ...ask, reportKey: request.params.key ?? '' }, request),
    );
  return [
    route('GET', '/board-reports', (ask) => useCases.boardReports(ask)),
    ofReport('GET', '', (ask, { query }) => useCases.boardReport({ ...ask, version: versionIn(query) })),
    {
      method: 'PUT',
      path: '/api/v1/plans/:planId/board-reports/:key/sections/:section',
      handle: async ({ headers, params: { planId = '', key: reportKey = '', section = '' }, body }) => {
        const actor = await verifyToken(headers.authorization);
        const ask = { actor, planId, reportKey, section: sectionNamed(section) };
        return textAnswer(await useCases.saveReportSection({ ...ask, ...parse(SECTION_BODY, body) }));
      },
    },
    ofReport('POST', '/approve', (ask, { body }) =>
      useCases.approveReport({ ...ask, ...parse(APPROVE_BODY, body ?? {}) }),
    ),
    ofReport('POST', '/reopen', (ask) => useCases.reopenReport(ask)),
    ofReport('POST', '/post', (ask, { body }) => {
      const { submission: submissionKey, approvedAt } = parse(POST_BODY, body);
      return useCases.postReport({ ...ask, submissionKey, approvedAt });
    }),
    {
      method: 'POST',
      path: '/api/v1/plans/:planId/board-reports/:key/correct',
      handle: async ({ headers, params: { planId = '', key: reportKey = '' }, body }) => {
        const actor = await verifyToken(headers.authorization);
        const { submission: submissionKey, ...asked } = parse(CORRECT_BODY, body);
        return textAnswer(
          await useCases.correctReport({ actor, planId, reportKey, submissionKey, ...asked }),
        );
      },
    },
    ofReport('POST', '/retry', (ask, { body }) =>
      useCases.retryReportPart({ ...ask, ...parse(RETRY_BODY, body) }),
    ),
    {
      method: 'GET',
      path: '/api/v1/plans/:planId/board-reports/:key/papers/:paper',
      handle: async ({ headers, params: { planId = '', key: reportKey = '', paper = '' }, query }) => {
        const actor = await verifyToken(headers.authorization);
        const file = await useCases.reportPaper({
          actor,
          planId,
          reportKey,
          paper: wordIn(REPORT_PAPERS, paper, 'paper'),
          format: wordIn(PAPER_FORMATS, query.format || 'docx', 'format'),
          version: versionIn(query),
        });
        return fileAnswer(file);
      },
    },
  ];
}

/**
 * Whoever was overtaken gets the other's words beside the refusal: their own are still with them. Text that is held back
 * is taken once they say that they have checked it.
 */
function textAnswer(taken: SectionSaved | CorrectionOpened): RouteAnswer {
  const headers = { 'cache-control': 'no-store' };
  if (taken.outcome === 'held')
    return { status: 400, headers, body: { error: { code: 'HELD', message: taken.problem.message } } };
  if (taken.outcome !== 'changed') return { status: 200, headers, body: taken.report };
  const { theirs } = taken;
  const message = `${theirs.editedByName ?? 'Somebody else'} changed this section meanwhile. Nothing is lost: compare both and save again.`;
  return { status: 409, headers, body: { error: { code: 'CHANGED', message }, theirs } };
}

function versionIn({ version }: RouteRequest['query']): number | null {
  return version ? parse(VERSION, version) : null;
}

function sectionNamed(text: string) {
  return wordIn(REPORT_SECTIONS, text, 'section');
}

/** One of the words there are. @throws AppError `BAD_INPUT` */
function wordIn<Word extends string>(words: readonly Word[], text: string, what: string): Word {
  const word = words.find((one) => one === text);
  if (word !== undefined) return word;
  throw new AppError({
    code: 'BAD_INPUT',
    message: `no such ${what}`,
    userMessage: `There is no ${what} “${text.slice(0, 40)}”. Choose one of: ${words.join(', ')}.`,
  });
}

const parse = <Body>(schema: z.ZodType<Body>, body: unknown): Body =>
  parseBody(schema, body, {
    message: 'what was asked of a board report is malformed',
    userMessage: 'This could not be read. Open the report again and try once more.',
  });
