import { useCallback } from 'react';
import * as z from 'zod/mini';
import type { PlanOverview } from '../../plan/content.ts';
import type { Show } from '../../plan/filter/shows.ts';
import type { GroupKind } from '../../plan/glossary.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { Request } from './request.ts';
import { useRequest } from './request-context.ts';
import {
  colourSchema,
  countsSchema,
  historyEntrySchema,
  numberOrNull,
  overviewItemSchema,
  ragSchema,
  stageSchema,
  textOrNull,
} from './shared-schemas.ts';
import { type Polled, usePolled } from './use-polled.ts';

const themeSchema = z.object({
  key: z.string(),
  title: z.string(),
  groupNames: z.array(z.string()),
  counts: countsSchema,
  items: z.array(overviewItemSchema),
});

const measureSchema = z.object({
  title: z.string(),
  unit: textOrNull,
  baseline: numberOrNull,
  value: numberOrNull,
  target: numberOrNull,
  targetDate: textOrNull,
  readings: z.array(z.object({ on: z.string(), value: z.number() })),
  targetWords: textOrNull,
  course: z.object({
    share: numberOrNull,
    readWords: z.string(),
    startWords: textOrNull,
    courseWords: textOrNull,
  }),
});

const figureSchema = z.object({ now: z.number(), before: z.nullable(z.number()) });

/** Every figure by its name, so that the compiler misses none. */
const FIGURES: { readonly [Key in Show]: typeof figureSchema } = {
  overdue: figureSchema,
  slipped: figureSchema,
  blocked: figureSchema,
  stale: figureSchema,
  disagrees: figureSchema,
  asked: figureSchema,
  'to sign off': figureSchema,
  mine: figureSchema,
};

const GROUP_KIND: { readonly [Key in GroupKind]: Key } = {
  Operational: 'Operational',
  Reference: 'Reference',
  Board: 'Board',
};

const groupSchema = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.nullable(z.enum(GROUP_KIND)),
  chairName: textOrNull,
  rhythmWords: textOrNull,
  nextMeetingWords: textOrNull,
  channelUrl: textOrNull,
  counts: countsSchema,
  itemCount: z.number(),
  checkIns: z.array(
    z.object({
      meetingWords: z.string(),
      on: z.string(),
      answeredCount: z.number(),
      askedCount: z.number(),
      isOpen: z.boolean(),
    }),
  ),
});

const movedSchema = z.object({
  item: overviewItemSchema,
  isNew: z.boolean(),
  colour: z.nullable(z.object({ from: colourSchema, to: colourSchema })),
  stage: z.nullable(z.object({ from: stageSchema, to: stageSchema })),
  expected: z.nullable(z.object({ from: z.string(), to: z.string() })),
  reason: textOrNull,
  note: textOrNull,
  wasSaid: z.boolean(),
});

const overviewSchema: z.ZodMiniType<PlanOverview> = z.object({
  planId: z.string(),
  planName: z.string(),
  siteUrl: z.string(),
  viewer: z.object({
    name: z.string(),
    isPlanManager: z.boolean(),
    isDirector: z.boolean(),
    groupNames: z.array(z.string()),
  }),
  asAtWords: z.string(),
  today: z.string(),
  isPast: z.boolean(),
  firstDay: z.string(),
  lastDay: z.string(),
  since: z.object({ date: z.string(), words: z.string() }),
  compareChoices: z.array(z.object({ date: z.string(), words: z.string() })),
  before: countsSchema,
  figures: z.object(FIGURES),
  headline: z.string(),
  counts: countsSchema,
  total: z.number(),
  byStage: z.array(z.object({ stage: stageSchema, count: z.number() })),
  themes: z.array(themeSchema),
  months: z.array(z.object({ month: z.string(), words: z.string() })),
  asked: z.array(z.object({ item: overviewItemSchema, ask: z.string() })),
  slipping: z.array(
    z.object({
      item: overviewItemSchema,
      fromWords: z.string(),
      toWords: z.string(),
      reason: textOrNull,
    }),
  ),
  blocked: z.array(overviewItemSchema),
  dueNext: z.array(overviewItemSchema),
  overdue: z.array(overviewItemSchema),
  milestones: z.array(overviewItemSchema),
  actions: z.array(overviewItemSchema),
  measures: z.array(measureSchema),
  groups: z.array(groupSchema),
  changes: z.array(historyEntrySchema),
  changeCount: z.number(),
  moved: z.array(movedSchema),
  key: z.array(z.object({ rag: ragSchema, schedule: z.string(), confidence: z.string() })),
});

/** The days somebody chose; `null` = not chosen. */
export interface OverviewDays {
  readonly on: string | null;
  readonly since: string | null;
}

/** `GET /plans/{planId}/overview?on=&since=`: everything the page shows. */
export function viewOverview(
  request: Request,
  { planId, on, since }: { planId: PlanId } & OverviewDays,
  signal: AbortSignal,
): Promise<PlanOverview> {
  const query = new URLSearchParams({ ...(on ? { on } : {}), ...(since ? { since } : {}) });
  const path = `/plans/${encodeURIComponent(planId)}/overview${query.size === 0 ? '' : `?${query}`}`;
  return request({ path, schema: overviewSchema, signal, refresh: withMoment });
}

/** The plan has not changed; the moment it is shown for has. */
function withMoment(known: PlanOverview, headers: Headers): PlanOverview {
  const told = headers.get('x-milepost-as-at');
  const asAtWords = told === null ? known.asAtWords : decodeURIComponent(told);
  return asAtWords === known.asAtWords ? known : { ...known, asAtWords };
}

export function useOverview(planId: PlanId, { on, since }: OverviewDays): Polled<PlanOverview> {
  const request = useRequest();
  return usePolled(
    useCallback(
      (signal: AbortSignal) => viewOverview(request, { planId, on, since }, signal),
      [request, planId, on, since],
    ),
  );
}
