import { randomUUID } from 'node:crypto';
import type { PressPlace } from './activity.ts';
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
import type { Site } from './site.ts';

/** What people submit in this trial, each changing the plan once. */
export const COPIED_VERBS = [
  'save-answers',
  'answer-item',
  'no-change-item',
  'no-change-all',
  'save-action',
  'save-decision',
] as const;
export type CopiedVerb = (typeof COPIED_VERBS)[number];

/** Of what is added; later than anybody is reminded of. */
const DUE = '2022-12-16';

/** One submit of a person's. */
export interface Submit {
  readonly verb: CopiedVerb;
  /** Stands in the lists once for each change: a part of an update's AnswerId, an action's title, or a decision. */
  readonly trace: string;
  /** As Teams delivers it again when the first went unanswered: the same activity, or a new one. */
  again(id: 'same id' | 'new id'): Delivery;
}

/** Makes a person's submits: what is typed is never the same twice. */
export interface Submitter {
  next(verb: Exclude<CopiedVerb, 'no-change-all'>): Submit;
  /** Good once: it leaves nothing to say in that check-in. */
  noChangeAll(checkIn: OpenCheckIn): Submit;
}

/** What the submits have left in the lists. */
export async function readTraces(site: Site): Promise<readonly string[]> {
  const [updates, actions, meetings] = await Promise.all(
    ['Updates', 'Actions', 'Meetings'].map((list) => site.readRows(list)),
  );
  return [
    ...(updates ?? []).flatMap(({ AnswerId }) => String(AnswerId).split('/')),
    ...(actions ?? []).map(({ Title }) => String(Title)),
    ...(meetings ?? []).flatMap(({ Decisions }) => String(Decisions).match(WORDS) ?? []),
  ];
}

/** As `wordOf` makes them. */
const WORDS = /Word \d+ of [^:]+: [^.]+\./g;

/** Opens a person's forms: of the check-in that they answer item by item, and of the card in their own chat. */
export async function openSubmitter(desk: Desk, checkIn: OpenCheckIn): Promise<Submitter> {
  const { planId, meetingKey, groupKey, channelId } = checkIn;
  const channel = { channelId };
  const meeting = { planId, meetingKey, groupKey };
  const form = await desk.openDialog(buttonData('answer-mine', { planId, meetingKey }), channel);
  const saveDialog = filledIn(form, 'save-answers');
  const [first] = saveDialog.milepost.asked as readonly { ref: { list: string; key: string } }[];
  if (first === undefined) throw new Error(`${desk.person.name} is asked nothing.`);
  // The same item as in the dialog: whoever has said something of all the others finds nothing in them to leave as it is.
  const show = { ...buttonData('show-item', { planId }), show: `${first.ref.list}/${first.ref.key}` };
  const inPlace = await desk.showCard(show, 'chat');
  const saveInPlace = filledIn(inPlace, 'answer-item');
  const noChange = filledIn(inPlace, 'no-change-item');
  const [saveAction, saveDecision] = await Promise.all(
    (['action', 'decision'] as const).map(async (what) => {
      const open = what === 'action' ? 'add-action' : 'record-decision';
      return filledIn(await desk.openDialog(buttonData(open, meeting), channel), `save-${what}`);
    }),
  );
  if (saveAction === undefined || saveDecision === undefined) throw new Error('A dialog was not opened.');

  let count = 0;
  const word = () => {
    count += 1;
    return wordOf(desk.person, count);
  };
  const submitMakers = {
    'save-answers': () => submitTo(submitOf, { ...renewed(saveDialog), note_0: word() }, channel),
    'answer-item': () => submitTo(executeOf, { ...renewed(saveInPlace), note_0: word() }, 'chat'),
    'no-change-item': () => submitTo(executeOf, renewed(noChange), 'chat'),
    'save-action': () => {
      const title = word();
      const filled = { title, owner: desk.person.entraObjectId, due: DUE };
      return submitTo(submitOf, { ...renewed(saveAction), ...filled }, channel, title);
    },
    'save-decision': () => {
      const decision = word();
      return submitTo(submitOf, { ...renewed(saveDecision), decision }, channel, decision);
    },
  } as const;
  function submitTo(
    toInvoke: typeof submitOf,
    data: ButtonData,
    place: PressPlace,
    trace = String(data.milepost.submissionKey),
  ): Submit {
    const first = desk.deliveryOf(toInvoke(data), place);
    return {
      verb: data.milepost.verb as CopiedVerb,
      trace,
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
