import { closureLine } from '../calendar/closure-lines.ts';
import type { CalendarPreviewContent } from '../content.ts';
import type { Plan } from '../plan.ts';
import type { ClosuresDecision, DecidedClosure } from './decide-closures.ts';

/** What an import of a calendar does, in words. */
export function decisionWords(
  plan: Pick<Plan, 'groups'>,
  { closures }: Pick<ClosuresDecision, 'closures'>,
): Pick<CalendarPreviewContent, 'countsWords' | 'added' | 'changed' | 'unchanged'> {
  const added = closures.filter(({ known }) => known === null);
  const changed = closures.filter(isChange);
  const unchanged = closures.filter((one) => one.known !== null && !isChange(one));
  return {
    countsWords: `${added.length} new, ${changed.length} changed, ${unchanged.length} as they are.`,
    added: added.map(({ values }) => closureLine(plan, values)),
    changed: changed.map((one) => changeWords(plan, one)),
    unchanged: unchanged.map(({ values }) => closureLine(plan, values)),
  };
}

/** Whether a row that is there is changed. */
export function isChange({ known, changes }: DecidedClosure): boolean {
  return known !== null && Object.keys(changes).length > 0;
}

function changeWords(plan: Pick<Plan, 'groups'>, { known, changes }: DecidedClosure): string {
  if (known === null) return '';
  const before = closureLine(plan, known);
  const after = closureLine(plan, { ...known, ...changes });
  const parts = [
    [before.title, after.title],
    [before.daysWords, after.daysWords],
    [before.kindWords, after.kindWords],
  ].flatMap(([was, is]) => (was === is ? [] : [`${was} → ${is}`]));
  return `${before.title}: ${parts.join('; ')}`;
}
