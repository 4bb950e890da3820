import { useCallback } from 'react';
import * as z from 'zod/mini';
import type {
  CalendarPreviewContent,
  ClosureInput,
  ClosureLine,
  ClosureResult,
  ClosuresContent,
} from '../../plan/content.ts';
import type { NewClosureKind } from '../../plan/glossary.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { Request } from './request.ts';
import { useRequest } from './request-context.ts';
import { textOrNull } from './shared-schemas.ts';
import { type Polled, usePolled } from './use-polled.ts';

const KIND: { readonly [Key in NewClosureKind]: Key } = { Quiet: 'Quiet', Closed: 'Closed' };

const lineFields = { title: z.string(), daysWords: z.string(), kindWords: z.string() };
const lineSchema: z.ZodMiniType<ClosureLine> = z.object(lineFields);

/** Days that are coming, and the groups that days may be for. */
export type Closures = Pick<ClosuresContent, 'closures' | 'groups'>;
const closuresSchema: z.ZodMiniType<Closures> = z.object({
  closures: z.array(z.object({ key: z.string(), ...lineFields })),
  groups: z.array(z.object({ groupKey: z.string(), groupName: z.string() })),
});

/** How the calendar address stands. */
export interface CalendarAddress {
  /** When it was made; `null` where there is none. */
  readonly madeAtWords: string | null;
  /** Only right after it was made. */
  readonly address: string | null;
}
const addressSchema: z.ZodMiniType<CalendarAddress> = z.object({
  madeAtWords: textOrNull,
  address: textOrNull,
});

const calendarSchema = z.object({ closures: closuresSchema, feed: addressSchema });
export type PlanCalendarState = z.infer<typeof calendarSchema>;

const resultSchema: z.ZodMiniType<Pick<ClosureResult, 'words' | 'problems'>> = z.object({
  words: z.string(),
  problems: z.array(
    z.object({
      field: z.enum(['title', 'from', 'to', 'kind', 'groups']),
      message: z.string(),
      held: z._default(z.boolean(), false),
    }),
  ),
});

/** What a calendar file would do. */
export const calendarPreviewSchema: z.ZodMiniType<CalendarPreviewContent> = z.object({
  kind: z.literal('calendar-preview'),
  draftKey: z.string(),
  planId: z.string(),
  planName: z.string(),
  fileName: z.string(),
  readingWords: z.string(),
  countsWords: z.string(),
  added: z.array(lineSchema),
  changed: z.array(z.string()),
  unchanged: z.array(lineSchema),
  doubts: z.array(z.string()),
  closureKind: z.enum(KIND),
});

/** `GET /plans/{planId}/closures`: when the plan is closed or quiet, and its calendar address. */
export function usePlanCalendar(planId: PlanId): Polled<PlanCalendarState> {
  const request = useRequest();
  return usePolled(
    useCallback(
      (signal: AbortSignal) =>
        request({ path: `${planPath(planId)}/closures`, schema: calendarSchema, signal }),
      [request, planId],
    ),
  );
}

/** Adds days, once for a submission key. */
export function addClosure(
  request: Request,
  planId: PlanId,
  body: { readonly submissionKey: string; readonly closure: ClosureInput },
): Promise<Pick<ClosureResult, 'words' | 'problems'>> {
  return request({ path: `${planPath(planId)}/closures`, schema: resultSchema, body });
}

/** Takes days back. */
export async function cancelClosure(request: Request, planId: PlanId, key: string): Promise<void> {
  const path = `${planPath(planId)}/closures/${encodeURIComponent(key)}/cancel`;
  await request({ path, schema: z.object({ closures: closuresSchema }), body: {} });
}

/** Takes over what the preview of a calendar file showed. Says what was done. */
export async function confirmCalendar(
  request: Request,
  planId: PlanId,
  { draftKey, kind }: { readonly draftKey: string; readonly kind: string },
): Promise<string> {
  const path = `${planPath(planId)}/calendars/${encodeURIComponent(draftKey)}/confirm`;
  return (await request({ path, schema: z.object({ words: z.string() }), body: { kind } })).words;
}

/** Forgets a calendar file. */
export async function forgetCalendar(request: Request, planId: PlanId, draftKey: string): Promise<void> {
  const path = `${planPath(planId)}/calendars/${encodeURIComponent(draftKey)}/cancel`;
  await request({ path, schema: z.object({}), body: {} });
}

/** Makes the calendar address, which is answered now and never again, or has it lead nowhere. */
export function changeAddress(
  request: Request,
  planId: PlanId,
  change: 'make' | 'stop',
): Promise<CalendarAddress> {
  const path = `${planPath(planId)}/calendar-address${change === 'stop' ? '/stop' : ''}`;
  return request({ path, schema: addressSchema, body: {} });
}

function planPath(planId: PlanId): string {
  return `/plans/${encodeURIComponent(planId)}`;
}
