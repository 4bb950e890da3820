import { todayIn } from '../../plan/calendar/dates.ts';
import type { CalendarPreviewContent, WhichCalendarPlanContent } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { DEFAULT_SETTINGS, type PlanId } from '../../plan/plan.ts';
import {
  addCalendarDraft,
  type CalendarDraft,
  choosePlanOfDraft,
  dropOldCalendarDrafts,
  findCalendarDraft,
} from '../../store/calendar-drafts.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { ManagedPlans } from '../import/import-draft.ts';
import type { Actor, ReceivedFile, UseCases } from '../use-cases.ts';
import { requireCalendar, requireManagedCalendars } from './calendar-managers.ts';
import { readCalendar } from './documents/read-calendar.ts';
import { previewCalendar } from './preview-calendar.ts';

/** How long a calendar waits for its sender. */
const DRAFT_LIFE_HOURS = 24;

/**
 * Takes a file that is a calendar: reads it, keeps what was read for a day, and says what importing it would do. `null`
 * where the file is none.
 */
export async function receiveCalendar(
  deps: WorkflowDeps,
  { plans: managed, entraObjectId }: ManagedPlans,
  file: ReceivedFile,
): Promise<CalendarPreviewContent | WhichCalendarPlanContent | null> {
  const now = deps.clock.now();
  const [first] = managed;
  const today = todayIn(now, (first?.plan.settings ?? DEFAULT_SETTINGS).timeZone);
  const calendar = readCalendar(file, today);
  if (calendar === null) return null;
  const only = managed.length === 1 ? first?.plan : undefined;
  const draft: CalendarDraft = {
    draftKey: deps.newKey(),
    planId: only?.id ?? null,
    entraObjectId,
    fileName: file.name,
    calendar,
  };
  await forgetOldCalendars(deps);
  await addCalendarDraft(deps.database, draft, now.toString());
  if (only !== undefined) return previewCalendar(deps.database, only, draft, now);
  return {
    kind: 'which-calendar-plan',
    draftKey: draft.draftKey,
    fileName: draft.fileName,
    plans: managed.map(({ plan }) => ({ planId: plan.id, planName: plan.name })),
  };
}

/** The preview of a received calendar, for the plan that was chosen. */
export async function viewCalendarImport(
  deps: WorkflowDeps,
  { actor, draftKey, planId }: Parameters<UseCases['viewCalendarImport']>[0],
): Promise<CalendarPreviewContent> {
  const draft = await requireCalendarDraft(deps, actor, draftKey);
  const { plan } = await requireCalendar(deps, actor, planId);
  await choosePlanOfDraft(deps.database, { planId, draftKey });
  return previewCalendar(deps.database, plan, { ...draft, planId }, deps.clock.now());
}

/**
 * A calendar that this person sent.
 * @param planId the plan it must have been shown for; default: any
 * @throws AppError `FORBIDDEN`, `NOT_FOUND` when it is not there any more
 */
export async function requireCalendarDraft(
  deps: WorkflowDeps,
  actor: Actor,
  draftKey: string,
  planId?: PlanId,
): Promise<CalendarDraft> {
  const { entraObjectId } = await requireManagedCalendars(deps, actor);
  if (planId !== undefined) await requireCalendar(deps, actor, planId);
  const draft = await findCalendarDraft(deps.database, { draftKey, entraObjectId });
  if (draft === null || (planId !== undefined && draft.planId !== planId)) throw calendarIsGone();
  return draft;
}

/** Forgets calendars that nobody imported within a day. */
export async function forgetOldCalendars(deps: Pick<WorkflowDeps, 'database' | 'clock'>): Promise<void> {
  const before = deps.clock.now().subtract({ hours: DRAFT_LIFE_HOURS });
  await dropOldCalendarDrafts(deps.database, before.toString());
}

export function calendarIsGone(): AppError {
  return new AppError({
    code: 'NOT_FOUND',
    message: 'no such calendar of this person',
    userMessage: `I don’t have this calendar any more: it was imported, cancelled, or sent more than ${DRAFT_LIFE_HOURS} hours ago. Please send it again.`,
  });
}
