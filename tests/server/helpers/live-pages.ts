import { createLivePages, type LivePages } from '../../../server/live/live-pages.ts';
import { createPlanWatch } from '../../../server/live/plan-watch.ts';
import { readPlanVersions } from '../../../store/plan-versions.ts';
import { createUseCases } from '../../../workflow/create-use-cases.ts';
import type { WorkflowDeps } from '../../../workflow/deps.ts';

/** Live pages of a process, as the server puts them together. @param limits default: the server's own */
export function makeLivePages(
  deps: WorkflowDeps,
  limits?: Parameters<typeof createLivePages>[0]['limits'],
): LivePages {
  const { database, clock, log } = deps;
  return createLivePages({
    watch: createPlanWatch({ readVersions: (planIds) => readPlanVersions(database, planIds), clock, log }),
    useCases: createUseCases(deps),
    limits,
  });
}
