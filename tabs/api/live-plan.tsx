import { type ReactNode, useEffect, useMemo } from 'react';
import type { PlanId } from '../../plan/plan.ts';
import { followPlan } from './follow-plan.ts';
import { type Live, LiveContext } from './live-context.ts';
import { useApi } from './request-context.ts';

export interface LivePlanProps {
  readonly planId: PlanId;
  readonly children: ReactNode;
}

/** Tells everything inside it when the plan changes: `usePolled` then reads anew. */
export function LivePlan({ planId, children }: LivePlanProps) {
  const { fetchApi } = useApi();
  const { live, follow } = useMemo(() => {
    const listeners = new Set<() => void>();
    let isOn = false;
    const told: Live = {
      isOn: () => isOn,
      subscribe: (onChange) => {
        listeners.add(onChange);
        return () => void listeners.delete(onChange);
      },
    };
    const begin = (signal: AbortSignal) =>
      followPlan(
        { fetchApi, planId, signal },
        {
          onChange: () => {
            for (const tell of listeners) tell();
          },
          onState: (state) => {
            isOn = state;
          },
        },
      );
    return { live: told, follow: begin };
  }, [fetchApi, planId]);

  useEffect(() => {
    const ended = new AbortController();
    void follow(ended.signal);
    return () => ended.abort();
  }, [follow]);

  return <LiveContext value={live}>{children}</LiveContext>;
}
