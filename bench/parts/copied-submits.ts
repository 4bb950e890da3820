import { randomUUID } from 'node:crypto';
import { wordOf } from './answering.ts';
import type { OpenCheckIn } from './check-in.ts';
import {
  type ButtonData,
  buttonData,
  type Delivery,
  type Desk,
  executeOf,
  filledIn,
  submitOf,
} from './desk.ts';

/** What people submit in this trial, each changing the plan once. */
export const COPIED_VERBS = ['save-answers', 'answer-item', 'no-change-item', 'no-change-all'] as const;
export type CopiedVerb = (typeof COPIED_VERBS)[number];

/** One submit of a person's. */
export interface Submit {
  readonly verb: CopiedVerb;
  /** Stands in the Updates list, column AnswerId, once for each change. */
  readonly submissionKey: string;
  /** As Teams delivers it again when the first went unanswered: the same activity, or a new one. */
  again(id: 'same id' | 'new id'): Delivery;
}

/** Makes a person's submits: what is typed is never the same twice. */
export interface Submitter {
  next(verb: Exclude<CopiedVerb, 'no-change-all'>): Submit;
  /** Good once: it leaves nothing to say in that check-in. */
  noChangeAll(checkIn: OpenCheckIn): Submit;
}

/** Opens a person's forms: of the check-in that they answer item by item, and of the card in their own chat. */
export async function openSubmitter(desk: Desk, checkIn: OpenCheckIn): Promise<Submitter> {
  const { planId, meetingKey, channelId } = checkIn;
  const channel = { channelId };
  const form = await desk.openDialog(buttonData('answer-mine', { planId, meetingKey }), channel);
  const saveDialog = filledIn(form, 'save-answers');
  const [first] = saveDialog.milepost.asked as readonly { ref: { list: string; key: string } }[];
  if (first === undefined) throw new Error(`${desk.person.name} is asked nothing.`);
  // The same item as in the dialog: whoever has said something of all the others finds nothing in them to leave as it is.
  const show = { ...buttonData('show-item', { planId }), show: `${first.ref.list}/${first.ref.key}` };
  const inPlace = await desk.showCard(show, 'chat');
  const saveInPlace = filledIn(inPlace, 'answer-item');
  const noChange = filledIn(inPlace, 'no-change-item');

  let count = 0;
  const typed = (form: ButtonData) => {
    count += 1;
    return { ...renewed(form), note_0: wordOf(desk.person, count) };
  };
  const submitMakers = {
    'save-answers': () => submitTo(submitOf, typed(saveDialog), channel),
    'answer-item': () => submitTo(executeOf, typed(saveInPlace), 'chat'),
    'no-change-item': () => submitTo(executeOf, renewed(noChange), 'chat'),
  } as const;
  function submitTo(
    toInvoke: typeof submitOf,
    data: ButtonData,
    place: Parameters<Desk['deliveryOf']>[1],
  ): Submit {
    const first = desk.deliveryOf(toInvoke(data), place);
    return {
      verb: data.milepost.verb as CopiedVerb,
      submissionKey: String(data.milepost.submissionKey),
      again: (id) => (id === 'same id' ? first : desk.deliveryOf(toInvoke(data), place)),
    };
  }
  return {
    next: (verb) => submitMakers[verb](),
    noChangeAll: ({ planId, meetingKey, channelId }) =>
      submitTo(executeOf, buttonData('no-change-all', { planId, meetingKey }), { channelId }),
  };
}

/** The same form with a key of its own, as if it had been opened once more. */
function renewed(form: ButtonData): ButtonData {
  return { ...form, milepost: { ...form.milepost, submissionKey: randomUUID() } };
}
