import type { FoundItem } from '../../plan/content.ts';
import { compareHits, foundItem, searchItems as searchPlan } from '../../plan/search.ts';
import { findPlansOf, IN_NO_PLAN, refuse } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Recommendations and actions that a text names, in every plan the person is in. @throws AppError `FORBIDDEN` for people in no plan */
export async function searchItems(
  deps: WorkflowDeps,
  { actor, text, limit }: Parameters<UseCases['searchItems']>[0],
): Promise<readonly FoundItem[]> {
  const known = await findPlansOf(deps, actor);
  if (known.length === 0) throw refuse(IN_NO_PLAN);
  const now = deps.clock.now();
  return known
    .flatMap(({ plan, owner }) => searchPlan(plan, owner, text))
    .toSorted(compareHits)
    .slice(0, limit)
    .map((hit) => foundItem(hit, now));
}
