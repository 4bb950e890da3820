import { useCallback, useEffect, useState } from 'react';
import * as z from 'zod/mini';
import type { PlanId } from '../../plan/plan.ts';
import type { Request } from './request.ts';
import { useRequest } from './request-context.ts';
import { itemRefSchema, textOrNull } from './shared-schemas.ts';
import { type Polled, usePolled } from './use-polled.ts';

const checkInSchema = z.object({
  checkIn: z.nullable(
    z.object({
      groupName: z.string(),
      state: z.enum(['open', 'closed', 'cancelled']),
      meetingWords: z.string(),
      closesWords: z.string(),
      askedCount: z.number(),
      answeredCount: z.number(),
      answeredBy: z.array(z.string()),
      newActionCount: z.number(),
      decisionCount: z.number(),
      asked: z.array(
        z.object({
          ref: itemRefSchema,
          label: z.string(),
          title: z.string(),
          ownerName: textOrNull,
          reasons: z.array(z.string()),
          answered: z.nullable(z.object({ byName: z.string(), atWords: z.string(), late: z.boolean() })),
        }),
      ),
    }),
  ),
});

/** How a group's open check-in goes, else its last. */
export type CheckIn = NonNullable<z.infer<typeof checkInSchema>['checkIn']>;

const channelGroupSchema = z.object({
  group: z.nullable(z.object({ planId: z.string(), groupKey: z.string(), groupName: z.string() })),
});

/** The group that a channel belongs to. */
export type ChannelGroup = NonNullable<z.infer<typeof channelGroupSchema>['group']>;

/** `GET /plans/{planId}/groups/{key}/check-in`; in its answer `checkIn` is `null` before the group's first. */
export function useCheckIn(planId: PlanId, groupKey: string): Polled<z.infer<typeof checkInSchema>> {
  const request = useRequest();
  const path = `/plans/${encodeURIComponent(planId)}/groups/${encodeURIComponent(groupKey)}/check-in`;
  return usePolled(
    useCallback((signal: AbortSignal) => request({ path, schema: checkInSchema, signal }), [request, path]),
  );
}

/**
 * The group whose channel it is, asked once: `undefined` until that is known, `null` where it is nobody's, or nobody's
 * whose plan the person may read. Where it cannot be asked the person chooses, so a failure is no group.
 */
export function useChannelGroup(channelId: string | null): ChannelGroup | null | undefined {
  const request = useRequest();
  const [group, setGroup] = useState<ChannelGroup | null | undefined>(channelId === null ? null : undefined);
  useEffect(() => {
    if (channelId === null) return;
    const ended = new AbortController();
    findChannelGroup(request, channelId, ended.signal).then(
      (found) => setGroup(found),
      () => !ended.signal.aborted && setGroup(null),
    );
    return () => ended.abort();
  }, [request, channelId]);
  return group;
}

/** `GET /channels/{id}/group`. */
async function findChannelGroup(
  request: Request,
  channelId: string,
  signal: AbortSignal,
): Promise<ChannelGroup | null> {
  const path = `/channels/${encodeURIComponent(channelId)}/group`;
  return (await request({ path, schema: channelGroupSchema, signal })).group;
}
