import { z } from 'zod';
import { AppError } from '../../plan/errors.ts';
import type { UseCases } from '../../workflow/use-cases.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Route } from '../http/route.ts';
import { routesOfPlan } from '../http/routes-of-plan.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';

/** Which attempt the person saw: of that one they decide, once. */
const BODY = z.object({ attempt: z.int().nonnegative() });

/** Who was reached and who was not, and what plan managers decide of it. */
export function deliveryRoutes(useCases: UseCases, verifyToken: TabTokenVerifier): Route[] {
  const route = routesOfPlan(verifyToken);
  const decide = (path: string, settle: UseCases['sendAgain']): Route =>
    route('POST', `/deliveries/:noticeId/${path}`, async (ask, { params: { noticeId = '' }, body }) => {
      const { words } = await settle({ ...ask, noticeId: parseNotice(noticeId), ...parse(body) });
      return { words };
    });
  return [
    route('GET', '/deliveries', async (ask, { query }) => ({
      deliveries: await useCases.viewDeliveryLedger({ ...ask, page: parsePage(query.page) }),
    })),
    decide('again', (ask) => useCases.sendAgain(ask)),
    decide('arrived', (ask) => useCases.markArrived(ask)),
  ];
}

function parsePage(text = '0'): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw badInput('A page is a whole number: 0 for the last fortnight, 1 for the one before.');
}

function parseNotice(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw badInput('There is no such message. Open the deliveries again.');
}

const parse = (body: unknown) =>
  parseBody(BODY, body, {
    message: MALFORMED,
    userMessage: 'This could not be read. Open the deliveries again and try once more.',
  });

function badInput(userMessage: string): AppError {
  return new AppError({ code: 'BAD_INPUT', message: MALFORMED, userMessage });
}

const MALFORMED = 'deliveries were asked for in a way that is not understood';
