import { randomUUID } from 'node:crypto';
import type { OpenCheckIn } from './check-in.ts';
import {
  buttonData,
  type Delivery,
  type DeskPlace,
  executeOf,
  filledIn,
  openDesk,
  submitOf,
} from './desk.ts';
import type { BenchPerson } from './people.ts';

/** `in place`: on the card in the person's own chat. `dialog`: by the form behind "Answer mine" in the channel. */
export type AnswerKind = 'in place' | 'dialog';

/** One answer to one item, ready to be posted to the bot, as often as one likes. */
export interface Submission extends Delivery {
  readonly kind: AnswerKind;
  /** Found again in the Updates list: its column AnswerId holds it. */
  readonly submissionKey: string;
  /** What was said, like no other. */
  readonly note: string;
}

/** Somebody with their forms open. */
export interface Answerer {
  /** The items that their dialog asks about, in its order: `Actions/12`. */
  readonly asked: readonly string[];
  /** A new answer that changes something: its note is like no other. Of the first item, and nothing else, unless said. */
  next(kind: AnswerKind, more?: { readonly index: number; readonly inputs: Fields }): Submission;
}

/** What is typed besides the note, by field. */
type Fields = Readonly<Record<string, string>>;

/** Opens both forms as the person, over HTTP like Teams, and signs their token once. */
export async function openForms(
  person: BenchPerson,
  { checkIn, ...deskPlace }: DeskPlace & { readonly checkIn: OpenCheckIn },
): Promise<Answerer> {
  const { planId, meetingKey, channelId } = checkIn;
  const channel = { channelId };
  const desk = await openDesk(person, deskPlace);
  const inPlace = await desk.showCard(buttonData('refresh', { planId }), 'chat');
  const dialog = await desk.openDialog(buttonData('answer-mine', { planId, meetingKey }), channel);
  const saveInPlace = filledIn(inPlace, 'answer-item');
  const saveDialog = filledIn(dialog, 'save-answers');

  let count = 0;
  const { asked } = saveDialog.milepost as { asked: readonly { ref: { list: string; key: string } }[] };
  return {
    asked: asked.map(({ ref }) => `${ref.list}/${ref.key}`),
    next(kind, { index, inputs } = { index: 0, inputs: {} }) {
      count += 1;
      const submissionKey = randomUUID();
      const note = wordOf(person, count);
      const form = kind === 'in place' ? saveInPlace : saveDialog;
      const data = {
        ...form,
        milepost: { ...form.milepost, submissionKey },
        ...Object.fromEntries(
          Object.entries({ ...inputs, note }).map(([field, text]) => [`${field}_${index}`, text]),
        ),
      };
      const invoke = kind === 'in place' ? executeOf(data) : submitOf(data);
      const place = kind === 'in place' ? 'chat' : channel;
      return { kind, submissionKey, note, ...desk.deliveryOf(invoke, place) };
    },
  };
}

/** A note of a person's that is like no other. */
export function wordOf({ name }: Pick<BenchPerson, 'name'>, count: number): string {
  return `Word ${count} of ${name}: the group has agreed the next step.`;
}

/** Whether the person was told that it is saved; by this delivery or by an earlier one of the same submission. */
export function isAccepted(status: number, body: string): boolean {
  return status === 200 && (body.includes('Saved 1 answer.') || body.includes('This was saved already'));
}

/** How many answers were accepted. */
export function countAccepted(
  answered: readonly { readonly status: number; readonly body: string }[],
): number {
  return answered.filter(({ status, body }) => isAccepted(status, body)).length;
}
