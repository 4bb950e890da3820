import type { ReportState } from '../glossary.ts';
import type { ItemRef, PlanId } from '../plan.ts';
import type { IsoDate, IsoInstant, RowKey } from '../rows.ts';
import type { ColourCounts } from './items.ts';
import type { Paper, PaperTable } from './paper.ts';

/** Sections of a board report, in the order a board reads. */
export const REPORT_SECTIONS = [
  'asked',
  'confidence',
  'changed',
  'themes',
  'next',
  'risks',
  'measures',
  'co-production',
  'key',
] as const;
export type ReportSectionId = (typeof REPORT_SECTIONS)[number];

/** An item that a section tells of. */
export interface ReportSource {
  readonly ref: ItemRef;
  readonly label: string;
  readonly title: string;
}

/** A section as the data says it. */
export interface ReportSection {
  readonly id: ReportSectionId;
  readonly title: string;
  /** One paragraph a line; a line that begins with `- ` is an entry of a list. A section without data says so. */
  readonly words: string;
  readonly tables: readonly PaperTable[];
  /** Items it comes from. */
  readonly sources: readonly ReportSource[];
  /** Left out of what the public reads, unless somebody decides otherwise. */
  readonly isInternal: boolean;
}

/** What the public note and the easy-read summary are made from, besides words. */
export interface ReportFacts {
  readonly total: number;
  readonly reached: readonly { readonly label: string; readonly title: string }[];
  readonly slipped: readonly {
    readonly label: string;
    readonly title: string;
    /** First promised: `Mar 2022`. */
    readonly fromWords: string;
    readonly toWords: string;
  }[];
  readonly next: readonly { readonly label: string; readonly title: string; readonly dueWords: string }[];
  readonly measures: readonly {
    readonly title: string;
    readonly valueWords: string;
    readonly targetWords: string | null;
  }[];
  readonly voices: readonly YouSaidEntry[];
  /** Names of everything that people had said until then, told or older: the next report tells the rest. Older reports have none. */
  readonly heard?: readonly string[];
}

/** One thing that people said, and what came of it. */
export interface YouSaidEntry {
  readonly themeTitle: string | null;
  /** Who said it: a group, never a person. */
  readonly who: string;
  /** `Mon 14 Feb 2022`; `null` where nobody noted the day. */
  readonly onWords: string | null;
  readonly said: string;
  /**
   * `did`: done. `doing`: under way. `could not`: it was decided against or can't be done, and why. `looking`: nothing came
   * of it yet.
   */
  readonly outcome: 'did' | 'doing' | 'could not' | 'looking';
  readonly words: string;
}

/** Everything a report says, as the data has it at one moment. Frozen as it is once the report is approved. */
export interface BoardReportData {
  readonly planId: PlanId;
  readonly planName: string;
  readonly boardKey: RowKey;
  readonly boardName: string;
  /** The meeting it is for; `null` where the board has no calendar. */
  readonly meetingOn: IsoDate | null;
  readonly meetingWords: string;
  /** The day after the last posted report's last; else two months before. */
  readonly periodFrom: IsoDate;
  readonly periodTo: IsoDate;
  readonly periodWords: string;
  readonly asAt: IsoInstant;
  readonly asAtWords: string;
  /** One or two sentences: the report in short. */
  readonly headline: string;
  readonly now: ColourCounts;
  /** As the last posted report said; else as it stood when the period began. */
  readonly before: ColourCounts;
  readonly beforeWords: string;
  readonly sections: readonly ReportSection[];
  readonly facts: ReportFacts;
}

/** What people made of a section. */
export interface ReportEdit {
  readonly section: ReportSectionId;
  /** `null`: as the data says. */
  readonly words: string | null;
  /** `null`: as the section itself says. */
  readonly isInternal: boolean | null;
  /** Grows with every change; whoever saves says which one they began with. */
  readonly version: number;
  readonly editedByName: string | null;
  readonly editedWords: string | null;
}

/** One section as the tab shows and edits it. */
export interface ReportSectionView extends ReportSection {
  readonly edit: ReportEdit | null;
}

export const REPORT_PARTS = ['card', 'word', 'pdf', 'note', 'easy-read', 'record'] as const;
/** What posting makes: the card in the channel, documents in the site, and the record that outlives the database. */
export type ReportPart = (typeof REPORT_PARTS)[number];

export interface ReportPartView {
  readonly part: ReportPart;
  readonly state: 'waiting' | 'done' | 'failed';
  /** What became of it, for people: `In the channel since …`, or why not and what to do. */
  readonly words: string;
  readonly url: string | null;
  readonly mayRetry: boolean;
}

/** One posted version of a report; they never change. */
export interface ReportVersionView {
  readonly version: number;
  readonly postedWords: string;
  readonly postedByName: string | null;
  readonly approvedByName: string | null;
  /** What is different from the version before, in the chair's words; `null` for the first. */
  readonly correction: string | null;
  readonly parts: readonly ReportPartView[];
}

/** A board's report as its card shows it: as it was approved, as its draft stands, or as the data have it. */
export interface BoardSummaryContent {
  readonly kind: 'board-summary';
  readonly planId: PlanId;
  readonly planName: string;
  readonly boardName: string;
  readonly asAtWords: string;
  readonly periodWords: string;
  readonly headline: string;
  readonly now: ColourCounts;
  readonly before: ColourCounts;
  /** In the order a board reads. */
  readonly sections: readonly SummarySection[];
  /** Of one that is not posted, that it is a draft, and what to do. Default: it is posted. */
  readonly draftWords?: string;
  /** What is different from the version before, in the chair's words. Default: it is the first. */
  readonly correction?: string | null;
  /** Where the whole of it is read; `version` `null` for a draft. Default: none was made. */
  readonly report?: { readonly key: RowKey; readonly version: number | null } | null;
}

/** A section of a board report as a card shows it. */
export interface SummarySection {
  readonly id: ReportSectionId;
  readonly title: string;
  /** Paragraphs, entries of lists and rows of tables, in the order in which they are read. */
  readonly lines: readonly { readonly text: string; readonly isEntry: boolean }[];
  /** How many more the report itself has. */
  readonly moreLines: number;
}

/** A report as its page shows it. Answer of `GET /api/v1/plans/{planId}/board-reports/{key}?version=`. */
export interface BoardReportView {
  readonly key: RowKey;
  readonly state: ReportState;
  /** The version shown; `null`: the draft. */
  readonly version: number | null;
  readonly data: Omit<BoardReportData, 'sections'>;
  readonly sections: readonly ReportSectionView[];
  readonly paper: Paper;
  readonly note: Paper;
  readonly easyRead: Paper;
  /** As the board's channel gets it. */
  readonly card: BoardSummaryContent;
  readonly may: {
    readonly edit: boolean;
    readonly approve: boolean;
    readonly post: boolean;
    readonly correct: boolean;
  };
  /** What stands in the way of approving or posting, in words; empty when nothing does. */
  readonly obstacles: readonly string[];
  /** Words above the draft: what is to be done next, by whom, by when. */
  readonly nextStep: string;
  readonly approvedByName: string | null;
  readonly approvedWords: string | null;
  /** When it was approved: whoever posts it says which approval they saw. */
  readonly approvedAt: IsoInstant | null;
  readonly versions: readonly ReportVersionView[];
}

/** Answer of `GET /api/v1/plans/{planId}/board-reports`. */
export interface BoardReportsView {
  readonly boards: readonly {
    readonly key: RowKey;
    readonly name: string;
    readonly chairName: string | null;
    readonly authorName: string | null;
    readonly nextMeetingWords: string | null;
    /** `null` while none is open; `draftWords` says from when there will be one. */
    readonly draftKey: RowKey | null;
    readonly draftWords: string;
    /** What keeps the board from its reports: no chair, no channel, no calendar. */
    readonly problems: readonly string[];
    /** The newest first. */
    readonly reports: readonly {
      readonly key: RowKey;
      readonly title: string;
      readonly state: ReportState;
      readonly periodWords: string;
      readonly postedWords: string | null;
      readonly versions: number;
      readonly documentUrl: string | null;
    }[];
  }[];
}
