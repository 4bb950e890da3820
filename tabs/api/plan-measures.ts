import { useCallback } from 'react';
import * as z from 'zod/mini';
import type { MeasuresView, MeasureTrend, MeasureView, ReadingInput } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { FormSaved } from '../forms/use-sent-form.ts';
import type { Request } from './request.ts';
import { useRequest } from './request-context.ts';
import { numberOrNull, savedFormSchema, textOrNull } from './shared-schemas.ts';
import { type Polled, usePolled } from './use-polled.ts';

const STANDING: { readonly [Key in MeasureTrend['standing']]: Key } = {
  reached: 'reached',
  'on course': 'on course',
  behind: 'behind',
  missed: 'missed',
  unknown: 'unknown',
};

const lineSchema = z.array(z.object({ on: z.string(), value: z.number() }));

const measureSchema: z.ZodMiniType<MeasureView> = z.object({
  key: z.string(),
  title: z.string(),
  unit: textOrNull,
  themeTitle: textOrNull,
  baseline: numberOrNull,
  value: numberOrNull,
  valueWords: z.string(),
  target: numberOrNull,
  targetDate: textOrNull,
  targetWords: textOrNull,
  readings: z.array(
    z.object({
      on: z.string(),
      onWords: z.string(),
      value: z.number(),
      valueWords: z.string(),
      byName: textOrNull,
    }),
  ),
  targetLine: lineSchema,
  trendLine: lineSchema,
  course: z.object({
    share: numberOrNull,
    readWords: z.string(),
    startWords: textOrNull,
    courseWords: textOrNull,
  }),
  trend: z.object({
    standing: z.enum(STANDING),
    standingWords: z.string(),
    perMonth: numberOrNull,
    perMonthWords: textOrNull,
    projected: numberOrNull,
    neededPerMonth: numberOrNull,
    words: z.string(),
  }),
  mayRecord: z.boolean(),
});

/** The plan's measures and what may be recorded of them. */
export type Measures = Pick<MeasuresView, 'today' | 'measures' | 'mayNotWords'>;
const measuresSchema: z.ZodMiniType<Measures> = z.object({
  today: z.string(),
  measures: z.array(measureSchema),
  mayNotWords: textOrNull,
});

/** `GET /plans/{planId}/measures`: every measure with its readings. */
export function useMeasures(planId: PlanId): Polled<Measures> {
  const request = useRequest();
  return usePolled(
    useCallback(
      (signal: AbortSignal) =>
        request({ path: `${pathOf(planId)}/measures`, schema: measuresSchema, signal }),
      [request, planId],
    ),
  );
}

/** `POST /plans/{planId}/readings`: takes a reading, once for a submission key. */
export function recordReading(
  request: Request,
  planId: PlanId,
  body: { readonly submissionKey: string; readonly reading: ReadingInput },
): Promise<FormSaved> {
  return request({ path: `${pathOf(planId)}/readings`, schema: savedFormSchema, body });
}

function pathOf(planId: PlanId): string {
  return `/plans/${encodeURIComponent(planId)}`;
}
