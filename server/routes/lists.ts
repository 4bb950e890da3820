import { AppError } from '../../plan/errors.ts';
import type { UseCases } from '../../workflow/use-cases.ts';
import type { Route } from '../http/route.ts';
import { routesOfPlan } from '../http/routes-of-plan.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';

/** What becomes of writes that SharePoint refused; for plan managers. One that was settled meanwhile is told so. */
export function listRoutes(useCases: UseCases, verifyToken: TabTokenVerifier): Route[] {
  const route = routesOfPlan(verifyToken);
  const settle = (path: string, how: UseCases['repeatWrite']): Route =>
    route('POST', `/lists/refused/:outboxId/${path}`, async (ask, { params: { outboxId = '' } }) => ({
      lists: await how({ ...ask, outboxId: parseId(outboxId) }),
    }));
  return [
    settle('again', (ask) => useCases.repeatWrite(ask)),
    settle('give-up', (ask) => useCases.giveUpWrite(ask)),
  ];
}

function parseId(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new AppError({
    code: 'BAD_INPUT',
    message: 'no such write',
    userMessage: 'There is no such change. Open the lists again.',
  });
}
