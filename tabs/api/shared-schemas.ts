import * as z from 'zod/mini';
import type { ColourCounts, DueWords, HistoryEntry, ItemColour, OverviewItem } from '../../plan/content.ts';
import type { ItemList, Rag, Stage } from '../../plan/glossary.ts';
import type { ItemRef } from '../../plan/plan.ts';
import type { FormSaved } from '../forms/use-sent-form.ts';

/** Every value of a union as an object, so that the compiler misses none. */
type Each<Value extends string> = { readonly [Key in Value]: Key };

const RAG: Each<Rag> = { Green: 'Green', Amber: 'Amber', Red: 'Red' };
const STAGE: Each<Stage> = {
  'Not started': 'Not started',
  'In progress': 'In progress',
  'Waiting on others': 'Waiting on others',
  'Done awaiting sign-off': 'Done awaiting sign-off',
  Complete: 'Complete',
  Embedded: 'Embedded',
  Withdrawn: 'Withdrawn',
};
const ITEM_COLOUR: Each<ItemColour> = { complete: 'complete', ...RAG, none: 'none' };
const ITEM_LIST: Each<ItemList> = {
  Recommendations: 'Recommendations',
  Actions: 'Actions',
  Milestones: 'Milestones',
};

export const textOrNull = z.nullable(z.string());
export const numberOrNull = z.nullable(z.number());
export const ragSchema = z.enum(RAG);
export const stageSchema = z.enum(STAGE);
export const colourSchema = z.enum(ITEM_COLOUR);

/** What came of a form: words where it was taken, problems beside its fields where it was not. */
export const savedFormSchema: z.ZodMiniType<FormSaved> = z.object({
  words: z.string(),
  problems: z.array(
    z.object({ field: z.string(), message: z.string(), held: z._default(z.boolean(), false) }),
  ),
});

export const itemRefSchema: z.ZodMiniType<ItemRef> = z.object({ list: z.enum(ITEM_LIST), key: z.string() });

const dueSchema: z.ZodMiniType<DueWords | null> = z.nullable(
  z.object({ date: z.string(), words: z.string() }),
);

export const countsSchema: z.ZodMiniType<ColourCounts> = z.object({
  green: z.number(),
  amber: z.number(),
  red: z.number(),
  complete: z.number(),
  undated: z.number(),
});

/** One item of the overview. */
export const overviewItemSchema: z.ZodMiniType<OverviewItem> = z.object({
  colour: colourSchema,
  isMine: z.boolean(),
  asked: z.boolean(),
  slippedDays: z.number(),
  promisedOn: textOrNull,
  expectedOn: textOrNull,
  completedOn: textOrNull,
  blocker: textOrNull,
  waitingSince: textOrNull,
  ref: itemRefSchema,
  label: z.string(),
  title: z.string(),
  ownerName: textOrNull,
  stage: stageSchema,
  schedule: z.nullable(ragSchema),
  confidence: z.nullable(ragSchema),
  disagrees: z.boolean(),
  baseline: dueSchema,
  forecast: dueSchema,
  dueIn: textOrNull,
  overdue: z.boolean(),
  latestNote: textOrNull,
  latestNoteOn: textOrNull,
  waitingOnName: textOrNull,
  themeTitle: textOrNull,
  groupName: textOrNull,
  baselineMonth: textOrNull,
  forecastMonth: textOrNull,
  stale: z.boolean(),
});

/** One update in an item's history. */
export const historyEntrySchema: z.ZodMiniType<HistoryEntry> = z.object({
  ref: itemRefSchema,
  label: z.string(),
  title: z.string(),
  atWords: z.string(),
  dayWords: z.string(),
  timeWords: textOrNull,
  at: z.string(),
  byName: textOrNull,
  meetingWords: textOrNull,
  changes: z.array(z.object({ field: z.string(), from: textOrNull, to: textOrNull })),
  note: textOrNull,
  blocker: textOrNull,
  reason: textOrNull,
});
