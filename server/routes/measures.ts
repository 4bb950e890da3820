import { z } from 'zod';
import type { UseCases } from '../../workflow/use-cases.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Route } from '../http/route.ts';
import { routesOfPlan } from '../http/routes-of-plan.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';

const READING_BODY = z.object({
  submissionKey: z.string().max(120),
  reading: z.object({
    measure: z.string().max(200),
    value: z.string().max(200),
    on: z.string().max(200).default(''),
    sure: z.boolean().optional(),
  }),
});

/** What a plan counts: its measures with their readings, and a new reading. */
export function measureRoutes(useCases: UseCases, verifyToken: TabTokenVerifier): Route[] {
  const route = routesOfPlan(verifyToken);
  return [
    route('GET', '/measures', (ask) => useCases.viewMeasures(ask)),
    route('POST', '/readings', (ask, { body }) => useCases.recordReading({ ...ask, ...parse(body) })),
  ];
}

const parse = (body: unknown) =>
  parseBody(READING_BODY, body, {
    message: 'the form of a reading is malformed',
    userMessage: 'This form could not be read. Open the page again and try once more.',
  });
