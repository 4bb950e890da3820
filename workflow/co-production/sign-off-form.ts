import { asksOf } from '../../plan/co-production/sign-off-asks.ts';
import { isOfGroup } from '../../plan/co-production/sign-off-people.ts';
import type { SignOffForm } from '../../plan/content.ts';
import { isSameItem } from '../../plan/items.ts';
import { isPlanManager } from '../../plan/people.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { findPlansOf, type KnownActor, requireActor, requireChannelGroup } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** What waits for the word of the person's groups; `null` where nothing does. */
export async function viewSignOffForm(
  deps: WorkflowDeps,
  { actor, planId, ref, channelId }: Parameters<UseCases['viewSignOffForm']>[0],
): Promise<SignOffForm | null> {
  if (channelId !== undefined) {
    const { group, ...known } = await requireChannelGroup(deps, actor, channelId);
    return formOf(deps, known, { of: [group.key] });
  }
  const known =
    planId === undefined ? await findPlansOf(deps, actor) : [await requireActor(deps, actor, planId)];
  for (const one of known) {
    const form = formOf(deps, one, ref === undefined ? {} : { first: ref });
    if (form !== null) return form;
  }
  return null;
}

function formOf(
  { newKey }: WorkflowDeps,
  { plan, owner }: KnownActor,
  { first, of }: { readonly first?: ItemRef; readonly of?: readonly string[] },
): SignOffForm | null {
  const groups = of ?? plan.groups.map(({ key }) => key);
  const theirs = groups.filter((key) => isPlanManager(owner) || isOfGroup(plan, owner, key));
  const asks = theirs
    .flatMap((key) => asksOf(plan, key, owner))
    .filter(({ maySignOff }) => maySignOff)
    .toSorted((one, other) => Number(isFirst(other, first)) - Number(isFirst(one, first)));
  if (asks.length === 0) return null;
  return {
    kind: 'sign-off-form',
    planId: plan.id,
    planName: plan.name,
    asks,
    submissionKey: newKey(),
  };
}

function isFirst(ask: { readonly ref: ItemRef }, first: ItemRef | undefined): boolean {
  return first !== undefined && isSameItem(ask.ref, first);
}
