import type { PersonalResult } from '../../plan/content.ts';
import { problemOfSnooze, snoozeWords, undoneWords } from '../../plan/personal/snooze.ts';
import { findPreferences, savePreferences } from '../../store/preferences.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { choose } from './choose.ts';

/** Holds a person's reminders back until a day, or lets them come again. */
export async function snooze(
  deps: WorkflowDeps,
  ask: Parameters<UseCases['snooze']>[0],
): Promise<PersonalResult> {
  const { until } = ask;
  return choose(deps, ask, { snooze: until }, async (tx, { everywhere, entraObjectId, today }) => {
    const problem = until === null ? null : problemOfSnooze(until, today);
    if (problem !== null) return { problems: [problem] };
    const person = { tenantId: deps.tenantId, entraObjectId };
    const words = until === null ? undoneWords(everywhere, today) : snoozeWords(everywhere, until);
    const { snoozedUntil } = await findPreferences(tx, person);
    if (snoozedUntil === until) return { words, changed: false };
    await savePreferences(tx, person, { snoozedUntil: until });
    return { words };
  });
}
