import { useCallback } from 'react';
import * as z from 'zod/mini';
import type { Request } from './request.ts';
import { useRequest } from './request-context.ts';
import { type Polled, usePolled } from './use-polled.ts';

const plansSchema = z.object({ plans: z.array(z.object({ planId: z.string(), planName: z.string() })) });

/** Who is in which plan changes seldom, and to say it the server looks at every plan. */
const POLL_EVERY_MS = 5 * 60 * 1000;

/** A plan the person may read. */
export type PlanChoice = z.infer<typeof plansSchema>['plans'][number];

/** `GET /plans`: plans the person may read, in the order to show them. */
export async function listPlans(request: Request, signal: AbortSignal): Promise<readonly PlanChoice[]> {
  const { plans } = await request({ path: '/plans', schema: plansSchema, signal });
  return plans;
}

export function usePlans(): Polled<readonly PlanChoice[]> {
  const request = useRequest();
  return usePolled(
    useCallback((signal: AbortSignal) => listPlans(request, signal), [request]),
    POLL_EVERY_MS,
  );
}
