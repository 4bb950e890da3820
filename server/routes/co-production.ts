import { z } from 'zod';
import type { CoProductionResult } from '../../plan/content.ts';
import { ITEM_LISTS } from '../../plan/glossary.ts';
import type { UseCases } from '../../workflow/use-cases.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Route } from '../http/route.ts';
import { type PlanAsk, routesOfPlan } from '../http/routes-of-plan.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';

const KEY = z.string().max(200);
/** Longer than any text that is taken: what is too long is said beside its field. */
const TEXT = z.string().max(10_000).default('');
const SHORT = z.string().max(200).default('');
const REF = z.object({ list: z.enum(ITEM_LISTS), key: KEY });
const SUBMISSION = { submissionKey: z.string().max(120) };
const CHECKED = { checked: z.boolean().optional() };

const RANKING_BODY = z.object({
  ...SUBMISSION,
  ranking: z.object({ groupKey: KEY, choices: z.array(KEY).max(50), voices: SHORT }),
});
const SIGN_OFF_BODY = z.object({
  ...SUBMISSION,
  signOff: z.object({
    ref: REF,
    groupKey: KEY,
    decision: SHORT,
    conditions: TEXT,
    conditionsDue: SHORT,
    reason: TEXT,
    dissent: TEXT,
    voices: SHORT,
    ...CHECKED,
  }),
});
const SIGN_OFF_BY_BODY = z.object({ ...SUBMISSION, ref: REF, groupKey: KEY.nullable() });
const IMPACT_BODY = z.object({
  ...SUBMISSION,
  impact: z.object({ ref: REF, answer: SHORT, words: TEXT, evidenceUrl: TEXT, ...CHECKED }),
});

/** What reference groups and the people they stand for have to say. A form is answered with the page as it then stands. */
export function coProductionRoutes(useCases: UseCases, verifyToken: TabTokenVerifier): Route[] {
  const route = routesOfPlan(verifyToken);
  const save = <Body>(
    path: string,
    schema: z.ZodType<Body>,
    take: (ask: PlanAsk, body: Body) => Promise<CoProductionResult>,
  ): Route =>
    route('POST', path, async (ask, { body }) => {
      const result = await take(ask, parse(schema, body));
      return { ...result, view: await useCases.viewCoProduction(ask) };
    });
  return [
    route('GET', '/co-production', (ask) => useCases.viewCoProduction(ask)),
    save('/rankings', RANKING_BODY, (ask, body) => useCases.rank({ ...ask, ...body })),
    save('/sign-offs', SIGN_OFF_BODY, (ask, body) => useCases.recordSignOff({ ...ask, ...body })),
    save('/sign-off-by', SIGN_OFF_BY_BODY, (ask, body) => useCases.askSignOff({ ...ask, ...body })),
    save('/impact-checks', IMPACT_BODY, (ask, body) => useCases.checkImpact({ ...ask, ...body })),
  ];
}

const parse = <Body>(schema: z.ZodType<Body>, body: unknown): Body =>
  parseBody(schema, body, {
    message: 'a form of co-production is malformed',
    userMessage: 'This form could not be read. Open the page again and try once more.',
  });
