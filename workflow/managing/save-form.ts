import type { FormProblem, PlanSettingsInput, SettingsSaved } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { isPlanManager } from '../../plan/people.ts';
import type { Plan, PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { loadPlan } from '../../store/load-plan.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import type { WorkflowDeps } from '../deps.ts';
import { takeOnce } from '../once.ts';
import type { Actor } from '../use-cases.ts';
import type { Said } from '../write-row.ts';
import { managersOnly, requireManager } from './require-manager.ts';
import { settingsOf } from './view-settings.ts';

/** A form of the settings that somebody submits. */
export interface FormAsk {
  readonly actor: Actor;
  readonly planId: PlanId;
  readonly submissionKey: string;
  readonly input: PlanSettingsInput;
}

/** What came of a form: the row it is about, or why nothing was written. */
export type FormOutcome =
  | { readonly key: RowKey | null; readonly isChanged: boolean; readonly problems?: undefined }
  | {
      readonly problems: readonly FormProblem[];
      /** Fields that somebody else changed meanwhile. */
      readonly meanwhile?: readonly string[];
    };

export interface FormContext {
  readonly tx: Queryable;
  /** As it stands, while nobody else changes it. */
  readonly plan: Plan;
  readonly said: Said;
}

/**
 * Takes a form of the settings, once for a submission however often it arrives. One form of a plan is taken after the
 * other, each with the plan as the one before left it.
 * @param about what tells the form from the plan's others
 */
export async function saveForm(
  deps: WorkflowDeps,
  { actor, planId, submissionKey, input }: FormAsk,
  about: string,
  work: (context: FormContext) => Promise<FormOutcome>,
): Promise<SettingsSaved> {
  const { plan: before, owner } = await requireManager(deps, actor, planId);
  const asked = { about, values: input.values, base: input.base };
  const submitted = { planId, ownerKey: owner.key, submissionKey, asked };
  const { answer } = await takeOnce<Omit<SettingsSaved, 'settings'>>(deps, submitted, async (tx) => {
    await raisePlanVersion(tx, planId);
    const plan = (await loadPlan(tx, planId)) ?? before;
    const manager = plan.owners.find(({ key }) => key === owner.key);
    if (manager === undefined || !isPlanManager(manager)) throw managersOnly();
    const outcome = await work({ tx, plan, said: { by: manager, now: deps.clock.now() } });
    if (outcome.problems !== undefined) {
      const { problems, meanwhile = [] } = outcome;
      return { answer: { words: '', key: null, problems, meanwhile }, changed: false };
    }
    const { key, isChanged } = outcome;
    const words = isChanged ? 'Saved. It is on its way to SharePoint.' : 'Nothing to save: all is as it was.';
    return { answer: { words, key, problems: [], meanwhile: [] }, changed: isChanged };
  });
  deps.nudge();
  return { ...answer, settings: await settingsOf(deps, (await deps.plans.get(planId)) ?? before) };
}

/** The row a form is about. @throws AppError `STALE` where it was deleted meanwhile */
export function rowWith<Row extends { readonly key: RowKey }>(
  rows: readonly Row[],
  key: RowKey,
  list: string,
): Row {
  const row = rows.find((one) => one.key === key);
  if (row !== undefined) return row;
  throw new AppError({
    code: 'STALE',
    message: `a row of ${list} is gone`,
    userMessage: `This is no longer in the ${list} list. Somebody may have deleted it in SharePoint.`,
  });
}
