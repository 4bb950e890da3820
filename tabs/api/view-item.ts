import { useCallback } from 'react';
import * as z from 'zod/mini';
import type { ItemStory } from '../../plan/content.ts';
import type { SignOffDecision } from '../../plan/glossary.ts';
import type { ItemRef, PlanId } from '../../plan/plan.ts';
import type { Request } from './request.ts';
import { useRequest } from './request-context.ts';
import { historyEntrySchema, numberOrNull, overviewItemSchema, textOrNull } from './shared-schemas.ts';
import { type Polled, usePolled } from './use-polled.ts';

const DECISION: { readonly [Key in SignOffDecision]: Key } = {
  Agreed: 'Agreed',
  'Agreed with conditions': 'Agreed with conditions',
  'Not agreed': 'Not agreed',
};

const storySchema: z.ZodMiniType<ItemStory> = z.object({
  asAtWords: z.string(),
  isPast: z.boolean(),
  item: overviewItemSchema,
  fullText: textOrNull,
  evidenceUrl: textOrNull,
  rowUrl: textOrNull,
  syncPending: z.boolean(),
  signOffs: z.array(
    z.object({
      groupName: z.string(),
      decision: z.nullable(z.enum(DECISION)),
      conditions: textOrNull,
      dissent: textOrNull,
      voices: numberOrNull,
      onWords: textOrNull,
      recordedByName: textOrNull,
    }),
  ),
  priorities: z.array(
    z.object({ groupName: z.string(), rank: z.number(), words: z.string(), onWords: textOrNull }),
  ),
  history: z.array(historyEntrySchema),
});

interface ItemAsk extends ItemRef {
  readonly planId: PlanId;
  /** The past day shown; `null` = now. */
  readonly on: string | null;
}

/** `GET /plans/{planId}/items/{list}/{key}?on=`: one item with its whole history. */
export function viewItem(
  request: Request,
  { planId, list, key, on }: ItemAsk,
  signal: AbortSignal,
): Promise<ItemStory> {
  const path = `/plans/${encodeURIComponent(planId)}/items/${list}/${encodeURIComponent(key)}`;
  const query = on ? `?${new URLSearchParams({ on })}` : '';
  return request({ path: `${path}${query}`, schema: storySchema, signal });
}

export function useItem({ planId, list, key, on }: ItemAsk): Polled<ItemStory> {
  const request = useRequest();
  return usePolled(
    useCallback(
      (signal: AbortSignal) => viewItem(request, { planId, list, key, on }, signal),
      [request, planId, list, key, on],
    ),
  );
}
