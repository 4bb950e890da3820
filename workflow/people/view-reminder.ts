import type { ReminderContent, ReminderView } from '../../plan/content.ts';
import { openedItem, reminderNow } from '../../plan/personal/reminder-view.ts';
import { buildReminder } from '../../plan/reminders/build-reminder.ts';
import { readNoticeLedger } from '../../store/notice-ledger.ts';
import { findPreferences } from '../../store/preferences.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { type Person, requirePerson } from './require-person.ts';

/** What a reminder asked of the person and still waits for them, as things stand. Says nothing of plans they are not in. */
export async function viewReminder(
  deps: WorkflowDeps,
  { actor, asks, open }: Parameters<UseCases['viewReminder']>[0],
): Promise<ReminderView> {
  const person = await requirePerson(deps, actor);
  const { everywhere, now } = person;
  // Only the words of what is shown are looked up: a press that saves asks for none.
  const today = asks.length === 0 ? null : await reminderToday(deps, person);
  return {
    content: reminderNow(everywhere, { asks, today, now }),
    opened: open === null ? null : openedItem(everywhere, open, now),
    submissionKey: deps.newKey(),
  };
}

/** What a reminder would say at this moment, over the person's plans alone, whether or not one was sent. */
async function reminderToday(
  deps: WorkflowDeps,
  { everywhere, entraObjectId, now, today }: Person,
): Promise<ReminderContent | null> {
  const subject = entraObjectId.toLowerCase();
  const plans = everywhere.map(({ plan }) => plan);
  const planIds = plans.map(({ id }) => id);
  const chosen = await findPreferences(deps.database, { tenantId: deps.tenantId, entraObjectId });
  const ledger = await readNoticeLedger(deps.database, planIds);
  return buildReminder({ plans, preferences: new Map([[subject, chosen]]), ledger, now }, subject, today);
}
