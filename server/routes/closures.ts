import { z } from 'zod';
import type { CalendarFeedContent } from '../../plan/content.ts';
import { NEW_CLOSURE_KINDS } from '../../plan/glossary.ts';
import type { UseCases } from '../../workflow/use-cases.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Route } from '../http/route.ts';
import { routesOfPlan } from '../http/routes-of-plan.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';

const CLOSURE_BODY = z.object({
  submissionKey: z.string().max(120),
  closure: z.object({
    title: z.string().max(2_000),
    from: z.string().max(40),
    to: z.string().max(40),
    kind: z.string().max(40),
    groups: z.array(z.string().max(200)).max(500),
    checked: z.boolean().optional(),
  }),
});
const KIND_BODY = z.object({ kind: z.enum(NEW_CLOSURE_KINDS) });

/** When a plan is closed or quiet, calendar files, and its calendar address; for plan managers. */
export function closureRoutes(
  useCases: UseCases,
  verifyToken: TabTokenVerifier,
  /** The whole address of a calendar by its secret. */
  calendarLink: (secret: string) => string,
): Route[] {
  const route = routesOfPlan(verifyToken);
  const withAddress = (feed: CalendarFeedContent) => ({
    madeAtWords: feed.madeAtWords,
    address: feed.secret === null ? null : calendarLink(feed.secret),
  });
  return [
    route('GET', '/closures', async (ask) => {
      const { closures, feed } = await useCases.viewPlanCalendar(ask);
      return { closures, feed: withAddress(feed) };
    }),
    route('POST', '/closures', async (ask, { body }) =>
      useCases.addClosure({ ...ask, ...parse(CLOSURE_BODY, body) }),
    ),
    route('POST', '/closures/:key/cancel', async (ask, { params: { key: closureKey = '' } }) => ({
      closures: await useCases.cancelClosure({ ...ask, closureKey }),
    })),
    route('POST', '/calendars/:key/confirm', async (ask, { params: { key: draftKey = '' }, body }) =>
      useCases.confirmCalendarImport({ ...ask, draftKey, kind: parse(KIND_BODY, body).kind }),
    ),
    route('POST', '/calendars/:key/cancel', async (ask, { params: { key: draftKey = '' } }) => {
      await useCases.cancelCalendarImport({ ...ask, draftKey });
      return {};
    }),
    // Asked for once more after an answer was lost, it makes another: nothing keeps the one before.
    route('POST', '/calendar-address', async (ask) => withAddress(await useCases.makeCalendarFeed(ask))),
    route('POST', '/calendar-address/stop', async (ask) => withAddress(await useCases.stopCalendarFeed(ask))),
  ];
}

const parse = <Body>(schema: z.ZodType<Body>, body: unknown): Body =>
  parseBody(schema, body, {
    message: 'a form of the calendar is malformed',
    userMessage: 'This form could not be read. Open the settings again and try once more.',
  });
