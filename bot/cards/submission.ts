import { z } from 'zod';
import { ITEM_LISTS } from '../../plan/glossary.ts';

/** What a button of a card asks for. */
export const VERBS = [
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
] as const;
export type Verb = (typeof VERBS)[number];

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

const submissionSchema = z.object({
  v: z.literal(1),
  verb: z.enum(VERBS),
  planId: key,
  meetingKey: key.nullish(),
  ref: refSchema.optional(),
  submissionKey: key,
  asked: z.array(askedSchema).max(100).optional(),
  /** Items answered through this card before, so that the next one is shown. */
  done: z.array(refSchema).max(200).optional(),
});

/** What a button carries, under `milepost` in its data. Never who presses it: Teams says that. */
export type SubmissionData = z.infer<typeof submissionSchema>;

/** A press on a button: what it carries, and what was filled in. */
export interface Submission {
  readonly data: SubmissionData;
  /** What stood in the card's inputs, by input id. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** Longest text an input may bring; what is allowed in the plan is less, and is checked there. */
const MAX_INPUT_LENGTH = 20_000;
const MAX_INPUTS = 1_000;
/** What Teams itself keeps in a button's data. */
const HOST_KEY = 'msteams';

const valueSchema = z.looseObject({ milepost: submissionSchema });

/** The data of a button as the card carries it. */
export const submissionData = (data: Omit<SubmissionData, 'v'>): { readonly milepost: SubmissionData } => ({
  milepost: { v: 1, ...data },
});

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
  for (const [id, input] of entries) {
    if (id === HOST_KEY) continue;
    // Some hosts send the value of a toggle as a boolean.
    if (typeof input !== 'string' && typeof input !== 'boolean') return null;
    if (String(input).length > MAX_INPUT_LENGTH) return null;
    inputs[id] = String(input);
  }
  return { data: milepost, inputs };
};
