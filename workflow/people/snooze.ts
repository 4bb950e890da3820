import type { PersonalResult } from '../../plan/content.ts';
import { problemOfSnooze, SNOOZE_UNDONE, snoozeWords } from '../../plan/personal/snooze.ts';
import { savePreferences } from '../../store/preferences.ts';
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
    await savePreferences(tx, { tenantId: deps.tenantId, entraObjectId }, { snoozedUntil: until });
    return { words: until === null ? [SNOOZE_UNDONE] : snoozeWords(everywhere, until) };
  });
}
