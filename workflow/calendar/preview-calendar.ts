import { todayIn } from '../../plan/calendar/dates.ts';
import type { CalendarFile } from '../../plan/calendar-import/calendar-file.ts';
import { type ClosuresDecision, decideClosures } from '../../plan/calendar-import/decide-closures.ts';
import { decisionWords } from '../../plan/calendar-import/preview-words.ts';
import { readTerms, type TermsReading } from '../../plan/calendar-import/read-terms.ts';
import type { CalendarPreviewContent } from '../../plan/content.ts';
import type { NewClosureKind } from '../../plan/glossary.ts';
import type { Plan } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { CalendarDraft } from '../../store/calendar-drafts.ts';
import type { Queryable } from '../../store/database.ts';
import { readDeletedKeys } from '../../store/mirror.ts';
import { closureKeys } from './closure-keys.ts';

/** What days are taken for unless somebody says otherwise: nothing is moved by them. */
export const USUAL_KIND: NewClosureKind = 'Quiet';

interface CalendarDecision {
  readonly reading: TermsReading;
  readonly decision: ClosuresDecision;
}

/** What importing a calendar comes to for a plan as it stands. */
export async function decideCalendar(
  db: Queryable,
  plan: Plan,
  { calendar }: Pick<CalendarDraft, 'calendar'>,
  { kind, now }: { readonly kind: NewClosureKind; readonly now: Temporal.Instant },
): Promise<CalendarDecision> {
  const deleted = await readDeletedKeys(db, plan.id, 'Closures');
  const { timeZone } = plan.settings;
  return decideTerms(calendar, { ...plan, deleted }, { kind, now, timeZone });
}

/** The same, by rows that were read before. */
export function decideTerms(
  calendar: CalendarFile,
  {
    closureRows: rows,
    groups,
    deleted,
  }: Pick<Plan, 'closureRows' | 'groups'> & {
    /** Keys of closures that people deleted in SharePoint. */
    readonly deleted: readonly RowKey[];
  },
  {
    kind,
    now,
    timeZone,
  }: { readonly kind: NewClosureKind; readonly now: Temporal.Instant; readonly timeZone: string },
): CalendarDecision {
  const reading = readTerms(calendar, { timeZone, today: todayIn(now, timeZone) });
  const keyOf = closureKeys(deleted);
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
