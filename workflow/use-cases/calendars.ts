import type {
  CalendarFeedContent,
  CalendarPreviewContent,
  ClosureInput,
  ClosureResult,
  ClosuresContent,
  PlanCalendar,
} from '../../plan/content.ts';
import type { NewClosureKind } from '../../plan/glossary.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { Actor } from './actor.ts';

/** When plans are closed or quiet, and their calendar addresses. */
export interface CalendarUseCases {
  /** The preview of a received calendar, for the plan chosen. Its sender only. */
  viewCalendarImport(ask: {
    actor: Actor;
    draftKey: string;
    planId: PlanId;
  }): Promise<CalendarPreviewContent>;
  /** Takes a received calendar over, its days as `kind` where it does not say itself. Says what was done. */
  confirmCalendarImport(ask: {
    actor: Actor;
    draftKey: string;
    kind: NewClosureKind;
    /** The plan it was shown for. Default: whichever that was. */
    planId?: PlanId;
  }): Promise<{ readonly words: string }>;
  /** Forgets a received calendar. */
  cancelCalendarImport(ask: { actor: Actor; draftKey: string; planId?: PlanId }): Promise<void>;
  /** When the plans are closed or quiet that the person manages. Plan managers only, as all that follows. */
  listClosures(ask: { actor: Actor }): Promise<readonly ClosuresContent[]>;
  /** The same of one plan, with how its calendar address stands. */
  viewPlanCalendar(ask: { actor: Actor; planId: PlanId }): Promise<PlanCalendar>;
  addClosure(ask: {
    actor: Actor;
    planId: PlanId;
    submissionKey: string;
    closure: ClosureInput;
  }): Promise<ClosureResult>;
  /** Takes days back; their row stays in the list as Cancelled. */
  cancelClosure(ask: { actor: Actor; planId: PlanId; closureKey: RowKey }): Promise<ClosuresContent>;
  /** How the calendar address stands of every plan the person manages. */
  viewCalendarFeeds(ask: { actor: Actor }): Promise<readonly CalendarFeedContent[]>;
  /** Makes a new calendar address; the one before stops. */
  makeCalendarFeed(ask: { actor: Actor; planId: PlanId }): Promise<CalendarFeedContent>;
  /** Has the calendar address lead nowhere. */
  stopCalendarFeed(ask: { actor: Actor; planId: PlanId }): Promise<CalendarFeedContent>;
}
