import { todayIn } from '../../../plan/calendar/dates.ts';
import { unheard } from '../../../plan/notices/unheard.ts';
import type { Plan } from '../../../plan/plan.ts';
import { readPreferences } from '../../../store/preferences.ts';
import type { FoundTrouble } from '../../../store/troubles.ts';
import type { WorkflowDeps } from '../../deps.ts';

/** What of a plan is told to nobody as things stand today, see `unheard`. */
export async function troublesUnheard(
  { database, tenantId, clock }: Pick<WorkflowDeps, 'database' | 'tenantId' | 'clock'>,
  plan: Plan,
): Promise<FoundTrouble[]> {
  const today = todayIn(clock.now(), plan.settings.timeZone);
  const found = unheard(plan, await readPreferences(database, tenantId), today);
  return found.map((trouble) => ({ ...trouble, list: trouble.list ?? '' }));
}
