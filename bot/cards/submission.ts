import { z } from 'zod';
import { RANKING_PLACES } from '../../plan/content.ts';
import { ITEM_LISTS } from '../../plan/glossary.ts';
import { QUICK_ANSWERS } from '../../plan/personal/quick-answer.ts';

/** What a button about answers asks for. */
export const ANSWER_VERBS = [
  /** Open the dialog with the person's items of a check-in. */
  'answer-mine',
  /** Save what was filled in in that dialog. */
  'save-answers',
  /** Everything of mine in this check-in stands as it was. */
  'no-change-all',
  /** Save what was filled in for one item, in place. */
  'answer-item',
  /** One item stands as it was. */
  'no-change-item',
  /** Show another item's questions in place. */
  'show-item',
  /** Show the card as it now stands. */
  'refresh',
  /** Show another page of a check-in, to the person who asks only. */
  'show-page',
] as const;
export type AnswerVerb = (typeof ANSWER_VERBS)[number];

/** What a button about the SharePoint lists asks for. */
export const LISTS_VERBS = [
  /** Show the state of a plan's lists as it now stands. */
  'lists-state',
  /** Try a refused write again. */
  'repeat-write',
  /** Give a refused write up. */
  'give-up-write',
] as const;
export type ListsVerb = (typeof LISTS_VERBS)[number];

/** What a button about who was reached asks for. */
export const DELIVERIES_VERBS = [
  /** Show a fortnight of a plan's deliveries as it now stands. */
  'show-deliveries',
  /** Have a message sent again. */
  'send-again',
  /** Say that a message arrived. */
  'mark-arrived',
] as const;
export type DeliveriesVerb = (typeof DELIVERIES_VERBS)[number];

/** What a button about a file to import asks for. */
export const IMPORT_VERBS = [
  /** Show what the file would do to the plan that was chosen. */
  'choose-plan',
  /** Show it again with the columns taken for what was chosen. */
  'look-again',
  'import',
  'cancel-import',
] as const;
export type ImportVerb = (typeof IMPORT_VERBS)[number];

/** What a button about closed and quiet days, or the calendar of milestones, asks for. */
export const CALENDAR_VERBS = [
  /** Show what a calendar file would do to the plan that was chosen. */
  'choose-calendar-plan',
  'import-calendar',
  'forget-calendar',
  'show-closures',
  'show-closure-form',
  'save-closure',
  'cancel-closure',
  /** Make a new address; the one before stops. */
  'make-calendar-address',
  'stop-calendar-address',
] as const;
export type CalendarVerb = (typeof CALENDAR_VERBS)[number];

/** Ask where a file with the whole of the chosen plan may be put. */
export const EXPORT_VERB = 'export';

/** What a button about a group's meeting asks for. */
export const MEETING_VERBS = [
  /** Open the form of a new action, and save it. */
  'add-action',
  'save-action',
  'record-decision',
  'save-decision',
  'attendance',
  'save-attendance',
  /** Open the choice of what the chair may do with the meeting. */
  'manage-meeting',
  'close-check-in',
  'move-meeting',
  'cancel-meeting',
] as const;
export type MeetingVerb = (typeof MEETING_VERBS)[number];

/** What a button about what reference groups say asks for. */
export const GROUP_VERBS = [
  /** Open the form of a ranking, and save it. */
  'rank',
  'save-ranking',
  /** Open the form of a group's word on something done, and save it. */
  'sign-off',
  'save-sign-off',
] as const;
export type GroupVerb = (typeof GROUP_VERBS)[number];

/** What a button about what people said, or what the plan counts, asks for. */
export const SAID_VERBS = [
  /** Open the form of an entry of the engagement log, and save it. */
  'log-engagement',
  'save-engagement',
  /** Open the form of what came of what people said, and save it. */
  'outcome',
  'save-outcome',
  'comment',
  'save-comment',
  /** Open the form of what a measure stands at, and save it. */
  'reading',
  'save-reading',
] as const;
export type SaidVerb = (typeof SAID_VERBS)[number];

/** Go on with an action for the group that was chosen. */
export const CHOOSE_GROUP_VERB = 'choose-group';

/** What a button in a person's own chat asks for. */
export const PERSONAL_VERBS = [
  /** Show a reminder as it now stands, with an item opened. */
  'show-reminder',
  /** Answer an item with one press, or show what that answer asks for. */
  'ask-item',
  /** Save what was filled in for it. */
  'say-item',
  /** Do what was chosen from the list of everything else. */
  'go-on',
  'show-snooze',
  'save-snooze',
  'undo-snooze',
  'show-away',
  'save-away',
  'come-back',
  'show-settings',
  'save-settings',
] as const;
export type PersonalVerb = (typeof PERSONAL_VERBS)[number];

/** What a reminder's card may ask of an item. */
export const REMINDER_FORMS = [
  ...QUICK_ANSWERS,
  'not mine',
  'give',
  'sign off',
  'it works',
  'works not yet',
  'works no longer',
] as const;
export type ReminderFormKind = (typeof REMINDER_FORMS)[number];

export type Verb =
  | PersonalVerb
  | AnswerVerb
  | MeetingVerb
  | typeof CHOOSE_GROUP_VERB
  | ListsVerb
  | DeliveriesVerb
  | ImportVerb
  | CalendarVerb
  | typeof EXPORT_VERB
  | GroupVerb
  | SaidVerb;

const key = z.string().min(1).max(200);
const refSchema = z.object({ list: z.enum(ITEM_LISTS), key });

/** One item a form asks about, in the order of the form's inputs. */
const askedSchema = z.object({
  ref: refSchema,
  label: z.string().max(40),
  /** A mark of what each field showed, to tell what the person changed. */
  shown: z.record(z.string().max(40), z.string().max(64)),
});
export type AskedItem = z.infer<typeof askedSchema>;

const base = z.object({ v: z.literal(1), submissionKey: key });

const answerSchema = base.extend({
  verb: z.enum(ANSWER_VERBS),
  planId: key,
  meetingKey: key.nullish(),
  ref: refSchema.optional(),
  asked: z.array(askedSchema).max(100).optional(),
  /** Items answered through this card before, so that the next one is shown. */
  done: z.array(refSchema).max(200).optional(),
  /** Which page to show. */
  view: z.object({ list: z.enum(['asked', 'on course']), page: z.int().min(1).max(1_000) }).optional(),
});

const meetingSchema = base.extend({
  verb: z.enum(MEETING_VERBS),
  planId: key,
  groupKey: key.nullish(),
  /** `null` for an action that is added outside a meeting. */
  meetingKey: key.nullish(),
  /** The person was asked whether they are sure. */
  sure: z.boolean().optional(),
});

const groupSchema = base.extend({
  verb: z.enum(GROUP_VERBS),
  /** Default: the first plan of theirs in which something waits. */
  planId: key.optional(),
  groupKey: key.optional(),
  /** A ranking that is recorded for people without Teams. */
  forOthers: z.boolean().optional(),
  /** What the person ranked before on places that the form has no room to ask for. */
  kept: z.array(key).max(RANKING_PLACES).optional(),
  /** Only what waits for the group of this channel. */
  channelId: key.optional(),
  /** What the form is about, or lets choose from, and whose word each waits for. */
  asks: z
    .array(z.object({ ref: refSchema, groupKey: key }))
    .max(20)
    .optional(),
});

const saidSchema = base.extend({
  verb: z.enum(SAID_VERBS),
  planId: key.optional(),
  /** The reference group that comments. */
  groupKey: key.optional(),
  /** The channel it was asked for in. */
  channelId: key.optional(),
});

const personalSchema = base.extend({
  verb: z.enum(PERSONAL_VERBS),
  /** What the reminder names that the card belongs to; see `reminder-asks.ts`. */
  reminder: z.object({ plans: z.array(key).max(50), items: z.array(z.string().max(220)).max(60) }).optional(),
  /** Which of its items is meant. */
  open: z.int().min(0).max(59).optional(),
  ask: z.enum(REMINDER_FORMS).optional(),
});

const chooseGroupSchema = base.extend({ verb: z.literal(CHOOSE_GROUP_VERB) });

const listsSchema = base.extend({
  verb: z.enum(LISTS_VERBS),
  planId: key,
  /** Which write, and its row in words; only with a write. */
  write: z.object({ outboxId: z.int().nonnegative(), title: z.string().max(200) }).optional(),
});

const deliveriesSchema = base.extend({
  verb: z.enum(DELIVERIES_VERBS),
  planId: key,
  /** 0 = the last fortnight. */
  page: z.int().min(0).max(1_000),
  /** Which message, and which attempt of it; only with one. */
  delivery: z.object({ noticeId: z.int().nonnegative(), attempt: z.int().nonnegative() }).optional(),
});

const importSchema = base.extend({
  verb: z.enum(IMPORT_VERBS),
  importKey: key,
  fileName: z.string().max(200),
  /** `null` while it is being asked which plan. */
  planId: key.nullable(),
  /** Columns a preview lets choose, in the order of its inputs, and what it took them for. */
  columns: z
    .array(z.object({ header: z.string().max(1_000), field: z.string().max(100).nullable() }))
    .max(100)
    .optional(),
});

const calendarSchema = base.extend({
  verb: z.enum(CALENDAR_VERBS),
  /** `null` while it is being asked which plan. */
  planId: key.nullable(),
  /** Which received file; only with one. */
  draft: z.object({ draftKey: key, fileName: z.string().max(200) }).optional(),
});

const exportSchema = base.extend({ verb: z.literal(EXPORT_VERB), format: z.enum(['xlsx', 'csv']) });

const submissionSchema = z.discriminatedUnion('verb', [
  answerSchema,
  meetingSchema,
  personalSchema,
  chooseGroupSchema,
  listsSchema,
  deliveriesSchema,
  importSchema,
  calendarSchema,
  exportSchema,
  groupSchema,
  saidSchema,
]);

/** What a button carries, under `milepost` in its data. Never who presses it: Teams says that. */
export type SubmissionData = z.infer<typeof submissionSchema>;
export type AnswerData = z.infer<typeof answerSchema>;
export type MeetingData = z.infer<typeof meetingSchema>;
export type PersonalData = z.infer<typeof personalSchema>;
export type ChooseGroupData = z.infer<typeof chooseGroupSchema>;
export type ListsData = z.infer<typeof listsSchema>;
export type DeliveriesData = z.infer<typeof deliveriesSchema>;
export type ImportData = z.infer<typeof importSchema>;
export type CalendarData = z.infer<typeof calendarSchema>;
export type GroupData = z.infer<typeof groupSchema>;
export type SaidData = z.infer<typeof saidSchema>;
export type ExportData = z.infer<typeof exportSchema>;

/** A press on a button: what it carries, and what was filled in. */
export interface Submission<Data extends SubmissionData = SubmissionData> {
  readonly data: Data;
  /** What stood in the card's inputs, by input id. */
  readonly inputs: Readonly<Record<string, string>>;
}

/**
 * Most that all inputs of a form may bring, in characters: what was typed comes back with a form that has something wrong,
 * and as much again is the form's own; together that is what Teams takes at most. What may stand in the plan is less, and
 * is checked there.
 */
const MAX_TYPED_LENGTH = 20_000;
const MAX_INPUTS = 1_000;
/** What Teams itself keeps in a button's data. */
const HOST_KEY = 'msteams';

const valueSchema = z.looseObject({ milepost: submissionSchema });

type WithoutVersion<Data> = Data extends unknown ? Omit<Data, 'v'> : never;

/** The data of a button as the card carries it. */
export const submissionData = (
  data: WithoutVersion<SubmissionData>,
): { readonly milepost: SubmissionData } => ({ milepost: { v: 1, ...data } });

/** Whether a message's value comes from a card of ours, whether or not it can be read. */
export const isSubmission = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'milepost' in value;

/** Reads what a button sent back; `null` = not to be understood: another version, or not ours. */
export const parseSubmission = (value: unknown): Submission | null => {
  const parsed = valueSchema.safeParse(value);
  if (!parsed.success) return null;
  const { milepost, ...rest } = parsed.data;
  const entries = Object.entries(rest);
  if (entries.length > MAX_INPUTS) return null;
  const inputs: Record<string, string> = {};
  let length = 0;
  for (const [id, input] of entries) {
    if (id === HOST_KEY) continue;
    // Some hosts send the value of a toggle as a boolean.
    if (typeof input !== 'string' && typeof input !== 'boolean') return null;
    inputs[id] = String(input);
    length += String(input).length;
  }
  if (length > MAX_TYPED_LENGTH) return null;
  return { data: milepost, inputs };
};
