import { useCallback } from 'react';
import * as z from 'zod/mini';
import type { DeliveryLedger, DeliveryOutcome } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { Request } from './request.ts';
import { useRequest } from './request-context.ts';
import { type Polled, usePolled } from './use-polled.ts';

/** What the page shows of a fortnight. */
export type Deliveries = Pick<
  DeliveryLedger,
  'scope' | 'page' | 'periodWords' | 'hasOlder' | 'counts' | 'unwritten' | 'days'
>;

const OUTCOME: { readonly [Key in DeliveryOutcome]: Key } = {
  reached: 'reached',
  'not reached': 'not reached',
  unclear: 'unclear',
  waiting: 'waiting',
  'nothing to say': 'nothing to say',
};

const deliveriesSchema: z.ZodMiniType<Deliveries> = z.object({
  scope: z.enum(['all', 'channels']),
  page: z.number(),
  periodWords: z.string(),
  hasOlder: z.boolean(),
  counts: z.array(
    z.object({
      kindWords: z.string(),
      reached: z.number(),
      notReached: z.number(),
      unclear: z.number(),
      waiting: z.number(),
      nothingToSay: z.number(),
    }),
  ),
  unwritten: z.array(z.object({ whoName: z.string(), why: z.string(), instead: z.string() })),
  days: z.array(
    z.object({
      dayWords: z.string(),
      entries: z.array(
        z.object({
          noticeId: z.number(),
          timeWords: z.string(),
          whoName: z.string(),
          isChannel: z.boolean(),
          kindWords: z.string(),
          outcome: z.enum(OUTCOME),
          isUnreached: z.boolean(),
          why: z.string(),
          instead: z.string(),
          decided: z.string(),
          attempt: z.number(),
          maySendAgain: z.boolean(),
          mayHaveArrived: z.boolean(),
        }),
      ),
    }),
  ),
});
const answerSchema = z.object({ deliveries: deliveriesSchema });
const decidedSchema = z.object({ words: z.string() });

/** `GET /plans/{planId}/deliveries?page=`: who was reached in a fortnight; 0 is the last one. */
export function useDeliveries(planId: PlanId, page: number): Polled<Deliveries> {
  const request = useRequest();
  return usePolled(
    useCallback(
      async (signal: AbortSignal) => {
        const path = `${pathOf(planId)}?page=${page}`;
        return (await request({ path, schema: answerSchema, signal })).deliveries;
      },
      [request, planId, page],
    ),
  );
}

/** What a plan manager may decide of a message. */
export type DeliveryDecisionKind = 'again' | 'arrived';

/** `POST /plans/{planId}/deliveries/{noticeId}/…`: decides of the attempt that was seen, once. Says what came of it. */
export async function decideDelivery(
  request: Request,
  ask: {
    readonly planId: PlanId;
    readonly noticeId: number;
    readonly attempt: number;
    readonly decision: DeliveryDecisionKind;
  },
): Promise<string> {
  const { planId, noticeId, attempt, decision } = ask;
  const path = `${pathOf(planId)}/${noticeId}/${decision}`;
  return (await request({ path, schema: decidedSchema, body: { attempt } })).words;
}

function pathOf(planId: PlanId): string {
  return `/plans/${encodeURIComponent(planId)}/deliveries`;
}
