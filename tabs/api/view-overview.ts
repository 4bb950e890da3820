import { useCallback } from 'react';
import * as z from 'zod/mini';
import type { ColourCounts, PlanOverview } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { Request } from './request.ts';
import { useRequest } from './request-context.ts';
import {
  historyEntrySchema,
  numberOrNull,
  overviewItemSchema,
  ragSchema,
  stageSchema,
  textOrNull,
} from './shared-schemas.ts';
import { type Polled, usePolled } from './use-polled.ts';

const countsSchema: z.ZodMiniType<ColourCounts> = z.object({
  green: z.number(),
  amber: z.number(),
  red: z.number(),
  complete: z.number(),
  undated: z.number(),
});

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
  targetWords: textOrNull,
});

const participationSchema = z.object({
  groupName: z.string(),
  answeredCount: z.number(),
  askedCount: z.number(),
  meetingWords: z.string(),
});

const overviewSchema: z.ZodMiniType<PlanOverview> = z.object({
  planId: z.string(),
  planName: z.string(),
  siteUrl: z.string(),
  asAtWords: z.string(),
  today: z.string(),
  headline: z.string(),
  counts: countsSchema,
  total: z.number(),
  byStage: z.array(z.object({ stage: stageSchema, count: z.number() })),
  themes: z.array(themeSchema),
  months: z.array(z.object({ month: z.string(), words: z.string() })),
  dueNext: z.array(overviewItemSchema),
  overdue: z.array(overviewItemSchema),
  milestones: z.array(overviewItemSchema),
  actions: z.array(overviewItemSchema),
  measures: z.array(measureSchema),
  participation: z.array(participationSchema),
  changes: z.array(historyEntrySchema),
  key: z.array(z.object({ rag: ragSchema, schedule: z.string(), confidence: z.string() })),
});

/** `GET /plans/{planId}/overview`: everything the page shows. */
export function viewOverview(request: Request, planId: PlanId, signal: AbortSignal): Promise<PlanOverview> {
  return request({ path: `/plans/${encodeURIComponent(planId)}/overview`, schema: overviewSchema, signal });
}

export function useOverview(planId: PlanId): Polled<PlanOverview> {
  const request = useRequest();
  return usePolled(
    useCallback((signal: AbortSignal) => viewOverview(request, planId, signal), [request, planId]),
  );
}
