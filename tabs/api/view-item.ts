import { useCallback } from 'react';
import * as z from 'zod/mini';
import type { ItemStory } from '../../plan/content.ts';
import type { ItemRef, PlanId } from '../../plan/plan.ts';
import type { Request } from './request.ts';
import { useRequest } from './request-context.ts';
import { historyEntrySchema, overviewItemSchema, textOrNull } from './shared-schemas.ts';
import { type Polled, usePolled } from './use-polled.ts';

const storySchema: z.ZodMiniType<ItemStory> = z.object({
  item: overviewItemSchema,
  fullText: textOrNull,
  evidenceUrl: textOrNull,
  rowUrl: textOrNull,
  syncPending: z.boolean(),
  history: z.array(historyEntrySchema),
});

interface ItemAsk extends ItemRef {
  readonly planId: PlanId;
}

/** `GET /plans/{planId}/items/{list}/{key}`: one item with its whole history. */
export function viewItem(
  request: Request,
  { planId, list, key }: ItemAsk,
  signal: AbortSignal,
): Promise<ItemStory> {
  const path = `/plans/${encodeURIComponent(planId)}/items/${list}/${encodeURIComponent(key)}`;
  return request({ path, schema: storySchema, signal });
}

export function useItem({ planId, list, key }: ItemAsk): Polled<ItemStory> {
  const request = useRequest();
  return usePolled(
    useCallback(
      (signal: AbortSignal) => viewItem(request, { planId, list, key }, signal),
      [request, planId, list, key],
    ),
  );
}
