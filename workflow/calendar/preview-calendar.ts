import { todayIn } from '../../plan/calendar/dates.ts';
import { type ClosuresDecision, decideClosures } from '../../plan/calendar-import/decide-closures.ts';
import { decisionWords } from '../../plan/calendar-import/preview-words.ts';
import { readTerms, type TermsReading } from '../../plan/calendar-import/read-terms.ts';
import type { CalendarPreviewContent } from '../../plan/content.ts';
import type { NewClosureKind } from '../../plan/glossary.ts';
import type { Plan } from '../../plan/plan.ts';
import type { CalendarDraft } from '../../store/calendar-drafts.ts';
import type { Queryable } from '../../store/database.ts';
import { readDeletedKeys } from '../../store/mirror.ts';
import { closureKeys } from './closure-keys.ts';

/** What days are taken for unless somebody says otherwise: nothing is moved by them. */
export const USUAL_KIND: NewClosureKind = 'Quiet';

/** What importing a calendar comes to for a plan as it stands. */
export async function decideCalendar(
  db: Queryable,
  plan: Plan,
  { calendar }: Pick<CalendarDraft, 'calendar'>,
  { kind, now }: { readonly kind: NewClosureKind; readonly now: Temporal.Instant },
): Promise<{ readonly reading: TermsReading; readonly decision: ClosuresDecision }> {
  const { timeZone } = plan.settings;
  const reading = readTerms(calendar, { timeZone, today: todayIn(now, timeZone) });
  const keyOf = closureKeys(await readDeletedKeys(db, plan.id, 'Closures'));
  const { closureRows: rows, groups } = plan;
  return { reading, decision: decideClosures(reading.periods, { rows, groups, kind, keyOf }) };
}

/** The same for people. Nothing is written. */
export async function previewCalendar(
  db: Queryable,
  plan: Plan,
  draft: CalendarDraft,
  now: Temporal.Instant,
): Promise<CalendarPreviewContent> {
  const { reading, decision } = await decideCalendar(db, plan, draft, { kind: USUAL_KIND, now });
  return {
    kind: 'calendar-preview',
    draftKey: draft.draftKey,
    planId: plan.id,
    planName: plan.name,
    fileName: draft.fileName,
    readingWords: reading.words,
    ...decisionWords(plan, decision),
    doubts: [...reading.doubts, ...decision.doubts],
    closureKind: USUAL_KIND,
  };
}
