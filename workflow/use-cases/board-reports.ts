import type {
  BoardReportsView,
  BoardReportView,
  FormProblem,
  ReportEdit,
  ReportPart,
  ReportSectionId,
} from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { IsoInstant, RowKey } from '../../plan/rows.ts';
import type { Actor } from './actor.ts';
import type { ExportedFile } from './files.ts';

/** What can be handed out of a report. */
export const REPORT_PAPERS = ['report', 'note', 'easy-read'] as const;
export type ReportPaperKind = (typeof REPORT_PAPERS)[number];

/** What a paper can be handed out as. */
export const PAPER_FORMATS = ['docx', 'pdf'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** A report of a board, by the key of its row. */
export interface ReportAsk {
  readonly actor: Actor;
  readonly planId: PlanId;
  readonly reportKey: RowKey;
}

/** What came of saving a section. Unless it was saved, nothing has changed. */
export type SectionSaved =
  | { readonly outcome: 'saved'; readonly report: BoardReportView }
  /** Somebody else wrote something else meanwhile. */
  | { readonly outcome: 'changed'; readonly theirs: ReportEdit }
  | TextHeld;

/** What came of asking for a correction. */
export type CorrectionOpened = { readonly outcome: 'opened'; readonly report: BoardReportView } | TextHeld;

/** The text may say who a child is, and nobody said that they had checked. */
interface TextHeld {
  readonly outcome: 'held';
  readonly problem: FormProblem<'words'>;
}

/**
 * The reports of boards, from draft to posted to corrected. Everybody in the plan reads what is posted; a draft is for whoever
 * may edit or approve it.
 */
export interface BoardReportUseCases {
  /** The boards of a plan with their reports, the newest first. */
  boardReports(ask: { actor: Actor; planId: PlanId }): Promise<BoardReportsView>;
  /** One report. `version` `null`: the draft for whoever may see it, else what was posted last. */
  boardReport(ask: ReportAsk & { readonly version: number | null }): Promise<BoardReportView>;
  /**
   * Saves what somebody made of a section of the draft, and takes an approval back. The board's chair, its author and plan
   * managers. @throws AppError `BAD_INPUT` where text is too long; `STALE` where no draft is open
   */
  saveReportSection(
    ask: ReportAsk & {
      readonly section: ReportSectionId;
      /** `null`: as the data say. */
      readonly words: string | null;
      /** `null`: as the section itself says. */
      readonly isInternal: boolean | null;
      /** That of the edit they began with; 0 where there was none. */
      readonly version: number;
      /** They say that nothing in it names a child. Default: they were not asked. */
      readonly checked?: boolean;
    },
  ): Promise<SectionSaved>;
  /** Freezes data and words. The chair, plan managers and Directors; where the plan asks for a second person, nobody who wrote in it. */
  approveReport(
    ask: ReportAsk & {
      /** Which version of each section they saw, by section: of another nothing is approved. Default: whatever stands. */
      readonly seen?: Readonly<Record<string, number>> | undefined;
    },
  ): Promise<BoardReportView>;
  /** Takes an approval back; the draft follows the lists again. Whoever may edit or approve. */
  reopenReport(ask: ReportAsk): Promise<BoardReportView>;
  /** Posts what was approved: once for a submission, and once in all. The board's chair, their deputy while they are away. */
  postReport(
    ask: ReportAsk & {
      readonly submissionKey: string;
      /** Of what they saw: approved anew since, it is not posted. */
      readonly approvedAt: IsoInstant;
    },
  ): Promise<BoardReportView>;
  /** Opens a draft that corrects what was posted last. The chair says what will be different. */
  correctReport(
    ask: ReportAsk & {
      readonly words: string;
      readonly submissionKey: string;
      /** They say that nothing in it names a child. Default: they were not asked. */
      readonly checked?: boolean;
    },
  ): Promise<CorrectionOpened>;
  /** Tries one part again that posting could not make; the others stay as they are. Whoever may edit or post. */
  retryReportPart(
    ask: ReportAsk & { readonly part: ReportPart; readonly version: number },
  ): Promise<BoardReportView>;
  /** A report to hand out. `version` as in `boardReport`. */
  reportPaper(
    ask: ReportAsk & {
      readonly paper: ReportPaperKind;
      readonly format: PaperFormat;
      readonly version: number | null;
    },
  ): Promise<ExportedFile>;
}
