import * as z from 'zod/mini';
import type {
  BoardReportsView,
  BoardReportView,
  ReportEdit,
  ReportPart,
  ReportPartView,
  ReportSectionId,
} from '../../plan/content.ts';
import type { ReportState } from '../../plan/glossary.ts';
import { paperSchema, paperTableSchema } from './paper-schema.ts';
import { countsSchema, itemRefSchema, textOrNull } from './shared-schemas.ts';

/** Every value of a union as an object, so that the compiler misses none. */
type Each<Value extends string> = { readonly [Key in Value]: Key };

const STATE: Each<ReportState> = { Draft: 'Draft', Approved: 'Approved', Posted: 'Posted' };
const SECTION: Each<ReportSectionId> = {
  asked: 'asked',
  confidence: 'confidence',
  changed: 'changed',
  themes: 'themes',
  next: 'next',
  risks: 'risks',
  measures: 'measures',
  'co-production': 'co-production',
  key: 'key',
};
export const sectionIdSchema: z.ZodMiniType<ReportSectionId> = z.enum(SECTION);
const PART: Each<ReportPart> = {
  card: 'card',
  word: 'word',
  pdf: 'pdf',
  note: 'note',
  'easy-read': 'easy-read',
  record: 'record',
};
const PART_STATE: Each<ReportPartView['state']> = { waiting: 'waiting', done: 'done', failed: 'failed' };
/** A report, without what only its papers are made from. */
export type Report = Omit<BoardReportView, 'data' | 'card'> & {
  readonly data: Omit<BoardReportView['data'], 'facts'>;
  readonly card: ReportCard;
};
/** What the card of a report says. */
export type ReportCard = Required<Omit<BoardReportView['card'], 'kind' | 'planId' | 'draftWords' | 'report'>>;

/** The boards of a plan with their reports. */
export const reportsSchema: z.ZodMiniType<BoardReportsView> = z.object({
  boards: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      chairName: textOrNull,
      authorName: textOrNull,
      nextMeetingWords: textOrNull,
      draftKey: textOrNull,
      draftWords: z.string(),
      problems: z.array(z.string()),
      reports: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          state: z.enum(STATE),
          periodWords: z.string(),
          postedWords: textOrNull,
          versions: z.number(),
          documentUrl: textOrNull,
        }),
      ),
    }),
  ),
});

/** What somebody made of a section. */
export const editSchema: z.ZodMiniType<ReportEdit> = z.object({
  section: sectionIdSchema,
  words: textOrNull,
  isInternal: z.nullable(z.boolean()),
  version: z.number(),
  editedByName: textOrNull,
  editedWords: textOrNull,
});

const dataSchema: z.ZodMiniType<Report['data']> = z.object({
  planId: z.string(),
  planName: z.string(),
  boardKey: z.string(),
  boardName: z.string(),
  meetingOn: textOrNull,
  meetingWords: z.string(),
  periodFrom: z.string(),
  periodTo: z.string(),
  periodWords: z.string(),
  asAt: z.string(),
  asAtWords: z.string(),
  headline: z.string(),
  now: countsSchema,
  before: countsSchema,
  beforeWords: z.string(),
});

const cardSchema: z.ZodMiniType<ReportCard> = z.object({
  planName: z.string(),
  boardName: z.string(),
  asAtWords: z.string(),
  periodWords: z.string(),
  headline: z.string(),
  now: countsSchema,
  before: countsSchema,
  sections: z.array(
    z.object({
      id: sectionIdSchema,
      title: z.string(),
      lines: z.array(z.object({ text: z.string(), isEntry: z.boolean() })),
      moreLines: z.number(),
    }),
  ),
  correction: textOrNull,
});

const versionsSchema: z.ZodMiniType<BoardReportView['versions']> = z.array(
  z.object({
    version: z.number(),
    postedWords: z.string(),
    postedByName: textOrNull,
    approvedByName: textOrNull,
    correction: textOrNull,
    parts: z.array(
      z.object({
        part: z.enum(PART),
        state: z.enum(PART_STATE),
        words: z.string(),
        url: textOrNull,
        mayRetry: z.boolean(),
      }),
    ),
  }),
);

/** One report, as it stands or as one of its versions was posted. */
export const reportSchema: z.ZodMiniType<Report> = z.object({
  key: z.string(),
  state: z.enum(STATE),
  version: z.nullable(z.number()),
  data: dataSchema,
  sections: z.array(
    z.object({
      id: sectionIdSchema,
      title: z.string(),
      words: z.string(),
      tables: z.array(paperTableSchema),
      sources: z.array(z.object({ ref: itemRefSchema, label: z.string(), title: z.string() })),
      isInternal: z.boolean(),
      edit: z.nullable(editSchema),
    }),
  ),
  paper: paperSchema,
  note: paperSchema,
  easyRead: paperSchema,
  card: cardSchema,
  may: z.object({ edit: z.boolean(), approve: z.boolean(), post: z.boolean(), correct: z.boolean() }),
  obstacles: z.array(z.string()),
  nextStep: z.string(),
  approvedByName: textOrNull,
  approvedWords: textOrNull,
  approvedAt: textOrNull,
  versions: versionsSchema,
});
