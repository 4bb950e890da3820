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
  siteUrl: z.string(),
  waitingCount: z.number(),
  refused: z.array(
    z.object({
      outboxId: z.number(),
      list: z.string(),
      title: z.string(),
      whatWords: z.string(),
      reasonWords: z.string(),
      madeAtWords: z.string(),
    }),
  ),
  readAtWords: textOrNull,
  notified: z.boolean(),
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

/** Has a write tried again that SharePoint refused, or gives it up for good. */
export async function settleRefused(
  request: Request,
  planId: PlanId,
  { outboxId, decision }: { readonly outboxId: number; readonly decision: 'again' | 'give-up' },
): Promise<void> {
  const path = `/plans/${encodeURIComponent(planId)}/lists/refused/${outboxId}/${decision}`;
  await request({ path, schema: answerSchema, body: {} });
}

export function useListsState(planId: PlanId): Polled<ListsState | null> {
  const request = useRequest();
  return usePolled(
    useCallback((signal: AbortSignal) => viewListsState(request, planId, signal), [request, planId]),
  );
}
