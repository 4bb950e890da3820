import { useCallback } from 'react';
import * as z from 'zod/mini';
import type { PlanId } from '../../plan/plan.ts';
import type { Request } from './request.ts';
import { useRequest } from './request-context.ts';
import { textOrNull } from './shared-schemas.ts';
import { type Polled, usePolled } from './use-polled.ts';

const stateSchema = z.object({
  troubles: z.array(
    z.object({ list: textOrNull, code: z.string(), message: z.string(), remedy: z.string() }),
  ),
  attention: z.array(
    z.object({ list: z.string(), title: z.string(), messages: z.array(z.string()), rowUrl: textOrNull }),
  ),
  attentionCount: z.number(),
  refusedCount: z.number(),
});
const answerSchema = z.object({ lists: z.nullable(stateSchema) });

/** How the SharePoint lists of a plan stand, as far as the page shows it. */
export type ListsState = z.infer<typeof stateSchema>;

/** `GET /plans/{planId}/lists`: `null` for whoever does not manage the plan. */
async function viewListsState(
  request: Request,
  planId: PlanId,
  signal: AbortSignal,
): Promise<ListsState | null> {
  const path = `/plans/${encodeURIComponent(planId)}/lists`;
  return (await request({ path, schema: answerSchema, signal })).lists;
}

export function useListsState(planId: PlanId): Polled<ListsState | null> {
  const request = useRequest();
  return usePolled(
    useCallback((signal: AbortSignal) => viewListsState(request, planId, signal), [request, planId]),
  );
}
