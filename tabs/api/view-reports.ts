import { useCallback } from 'react';
import type { BoardReportsView } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import { type Report, reportSchema, reportsSchema } from './report-schemas.ts';
import { useRequest } from './request-context.ts';
import { type Polled, usePolled } from './use-polled.ts';

/** `GET /plans/{planId}/board-reports`: the boards with their reports, the newest first. */
export function useReports(planId: PlanId): Polled<BoardReportsView> {
  const request = useRequest();
  const path = reportsPath(planId);
  return usePolled(
    useCallback((signal: AbortSignal) => request({ path, schema: reportsSchema, signal }), [request, path]),
  );
}

/** `GET /plans/{planId}/board-reports/{key}?version=`: the draft, for `null`; where there is none, what was posted last. */
export function useReport(planId: PlanId, key: RowKey, version: number | null): Polled<Report> {
  const request = useRequest();
  const path = `${reportPath(planId, key)}${version === null ? '' : `?version=${version}`}`;
  return usePolled(
    useCallback((signal: AbortSignal) => request({ path, schema: reportSchema, signal }), [request, path]),
  );
}

export function reportPath(planId: PlanId, key: RowKey): string {
  return `${reportsPath(planId)}/${encodeURIComponent(key)}`;
}

function reportsPath(planId: PlanId): string {
  return `/plans/${encodeURIComponent(planId)}/board-reports`;
}
