import type {
  CalendarPreviewContent,
  ImportPreviewContent,
  ImportStanding,
  WhichCalendarPlanContent,
  WhichPlanContent,
} from '../../plan/content.ts';
import type { ChosenDays } from '../../plan/dashboard/days-shown.ts';
import type { ShownView } from '../../plan/export/view-sheets.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { Actor } from './actor.ts';

/** A file somebody sent. */
export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file to give to somebody. `csv` is a zip where there are several tables. */
export interface ExportedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Plans in and out as files. */
export interface FileUseCases {
  /**
   * Takes a file for import and says what it would do; writes nothing. Plan managers only; whoever manages
   * several plans is asked which, unless they have said so.
   */
  receiveImport(ask: {
    actor: Actor;
    /** The file, or how to have it once it is known that they may send one. */
    file: ReceivedFile | (() => Promise<ReceivedFile>);
    planId?: PlanId;
  }): Promise<ImportPreviewContent | WhichPlanContent | CalendarPreviewContent | WhichCalendarPlanContent>;
  /** The preview of a received file, for the plan chosen and with columns taken for what is said here. */
  viewImport(ask: {
    actor: Actor;
    importKey: string;
    planId?: PlanId;
    /** Header → name of a field, or `null` to leave the column out. Headers that aren't named keep their guess. */
    columns?: Readonly<Record<string, string | null>>;
  }): Promise<ImportPreviewContent>;
  /** Begins to write what the preview showed; the person is told when it is done. Begins once, however often asked. */
  confirmImport(ask: {
    actor: Actor;
    importKey: string;
    /** The plan it was shown for. Default: whichever that was. */
    planId?: PlanId;
  }): Promise<void>;
  /** Forgets a received file. */
  cancelImport(ask: { actor: Actor; importKey: string; planId?: PlanId }): Promise<void>;
  /** The last few files that the person sent for a plan, the latest first. Plan managers only. */
  listImports(ask: { actor: Actor; planId: PlanId }): Promise<readonly ImportStanding[]>;
  /** The whole plan, or what a page of the dashboard shows of it, as a file. Anybody in the plan. */
  exportPlan(ask: {
    actor: Actor;
    planId: PlanId;
    format: 'xlsx' | 'csv';
    shown?: ShownView & ChosenDays;
  }): Promise<ExportedFile>;
}
