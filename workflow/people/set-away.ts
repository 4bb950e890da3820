import type { PersonalResult } from '../../plan/content.ts';
import { type AwayChanges, awayWords, backChanges, backWords, judgeAway } from '../../plan/personal/away.ts';
import type { Everywhere, InPlan } from '../../plan/personal/in-plan.ts';
import type { Queryable } from '../../store/database.ts';
import { lockRow } from '../../store/mirror.ts';
import { lockPlan, raisePlanVersion } from '../../store/plan-versions.ts';
import { findPreferences } from '../../store/preferences.ts';
import { refuse } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { changeRow } from '../write-row.ts';
import { choose } from './choose.ts';

/** Enters in every plan of a person that they are away and who stands in, or that they are back; all of it or nothing. */
export async function setAway(
  deps: WorkflowDeps,
  ask: Parameters<UseCases['setAway']>[0],
): Promise<PersonalResult> {
  const { away } = ask;
  const result = await choose(deps, ask, { away }, async (tx, { everywhere, entraObjectId, now, today }) => {
    const judged = away === null ? null : judgeAway(everywhere, away, today);
    if (judged?.problems !== undefined) return { problems: judged.problems };
    const entries: readonly (InPlan & { readonly changes: Partial<AwayChanges> })[] =
      judged?.entries ?? everywhere.map((known) => ({ ...known, changes: backChanges(known.owner, today) }));
    let changed = false;
    for (const entry of entries) changed = (await changeOwner(tx, entry, now)) || changed;
    const preferences = await findPreferences(tx, { tenantId: deps.tenantId, entraObjectId });
    if (away !== null) return { words: awayWords(entered(entries), preferences, today), changed };
    return { words: backWords(preferences.snoozedUntil, today), changed };
  });
  if (result.problems.length === 0) deps.nudge();
  return result;
}

/** Changes a person's row, here at once and soon in SharePoint. @returns `false` where all is as it was */
async function changeOwner(
  tx: Queryable,
  { plan, owner, changes }: InPlan & { readonly changes: Partial<AwayChanges> },
  now: Temporal.Instant,
): Promise<boolean> {
  await lockPlan(tx, plan.id);
  const locked = await lockRow(tx, plan.id, 'Owners', owner.key);
  if (locked === null) throw refuse('You are no longer in one of your plans. Please try again.');
  const standing = { ...owner, ...locked.row };
  const differing = (Object.keys(changes) as (keyof AwayChanges)[]).filter(
    (property) => standing[property] !== changes[property],
  );
  if (differing.length === 0) return false;
  await raisePlanVersion(tx, plan.id);
  const changed = Object.fromEntries(differing.map((property) => [property, changes[property]]));
  const said = { by: owner, now };
  await changeRow(tx, plan.id, { list: 'Owners', key: owner.key, standing, changes: changed, said });
  return true;
}

/** The plans with the absence in them. */
function entered(entries: readonly (InPlan & { readonly changes: Partial<AwayChanges> })[]): Everywhere {
  return entries.map(({ plan, owner, changes }) => {
    const changed = { ...owner, ...changes };
    const owners = plan.owners.map((one) => (one.key === owner.key ? changed : one));
    return { plan: { ...plan, owners }, owner: changed };
  }) as unknown as Everywhere;
}
