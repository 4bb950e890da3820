import { z } from 'zod';
import { AppError } from '../../plan/errors.ts';
import { ITEM_LISTS } from '../../plan/glossary.ts';
import type { UseCases } from '../../workflow/use-cases.ts';
import { fileAnswer } from '../http/file-answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Route, RouteRequest } from '../http/route.ts';
import { type PlanAsk, routesOfPlan } from '../http/routes-of-plan.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';

const KEY = z.string().max(200);
/** Longer than any text that is taken: what is too long is said beside its field. */
const TEXT = z.string().max(10_000).default('');
const SHORT = z.string().max(2_000).default('');
const ENGAGEMENT = z.object({
  title: SHORT,
  on: SHORT,
  purpose: TEXT,
  said: TEXT,
  outcome: TEXT,
  theme: KEY.default(''),
  answer: SHORT,
  voices: SHORT,
  checked: z.boolean().optional(),
});
const ENGAGEMENT_BODY = z.object({
  submissionKey: z.string().max(120),
  engagement: ENGAGEMENT,
  base: ENGAGEMENT.nullable().default(null),
});
const COMMENT_BODY = z.object({
  submissionKey: z.string().max(120),
  comment: z.object({
    groupKey: KEY,
    ref: z
      .object({ list: z.enum(ITEM_LISTS), key: KEY })
      .nullable()
      .default(null),
    theme: KEY.default(''),
    words: TEXT,
    voices: SHORT,
    checked: z.boolean().optional(),
  }),
});

/**
 * The engagement log, comments on the plan, and what came of them. A form is answered with the page of co-production as it
 * then stands; `GET …/you-said` is a paper, with `format=docx` or `pdf` a document.
 */
export function engagementRoutes(useCases: UseCases, verifyToken: TabTokenVerifier): Route[] {
  const route = routesOfPlan(verifyToken);
  const save = async (ask: PlanAsk, engagementKey: string | null, body: unknown) => {
    const taken = await useCases.saveEngagement({ ...ask, engagementKey, ...parse(ENGAGEMENT_BODY, body) });
    return { ...taken, view: await useCases.viewCoProduction(ask) };
  };
  return [
    route('POST', '/engagements', (ask, { body }) => save(ask, null, body)),
    route('POST', '/engagements/:key', (ask, { params: { key = '' }, body }) => save(ask, key, body)),
    route('POST', '/comments', async (ask, { body }) => {
      const taken = await useCases.comment({ ...ask, ...parse(COMMENT_BODY, body) });
      return { ...taken, view: await useCases.viewCoProduction(ask) };
    }),
    {
      method: 'GET',
      path: '/api/v1/plans/:planId/you-said',
      handle: async ({ headers, params: { planId = '' }, query }) => {
        const ask = { actor: await verifyToken(headers.authorization), planId, ...daysIn(query) };
        const format = formatIn(query);
        if (format !== null) return fileAnswer(await useCases.exportYouSaid({ ...ask, format }));
        const paper = await useCases.viewYouSaid(ask);
        return { status: 200, headers: { 'cache-control': 'no-store' }, body: { paper } };
      },
    },
  ];
}

function daysIn({ from, to }: RouteRequest['query']) {
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function formatIn({ format }: RouteRequest['query']): 'docx' | 'pdf' | null {
  if (!format) return null;
  if (format === 'docx' || format === 'pdf') return format;
  throw malformed('no such format', 'This is a document as docx or pdf.');
}

const parse = <Body>(schema: z.ZodType<Body>, body: unknown): Body =>
  parseBody(schema, body, {
    message: 'a form of the engagement log is malformed',
    userMessage: 'This form could not be read. Open the page again and try once more.',
  });

function malformed(message: string, userMessage: string): AppError {
  return new AppError({ code: 'BAD_INPUT', message, userMessage });
}
