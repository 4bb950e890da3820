import type { ReminderAsk, ReminderView } from '../../../plan/content.ts';
import { QUICK_ANSWERS, quickAnswer } from '../../../plan/personal/quick-answer.ts';
import { NO_GROUP } from '../../cards/answer-form.ts';
import { isSameAsk, unpackAsks } from '../../cards/reminder-asks.ts';
import { buildReminderCard, MORE_INPUT, type ReminderState } from '../../cards/reminder-card.ts';
import { FORM_FIELDS, problemsBeside, type ReminderForm } from '../../cards/reminder-form.ts';
import { buildSavedCard } from '../../cards/saved-card.ts';
import type { PersonalData, ReminderFormKind, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import { findForm } from '../answers/find-form.ts';
import { savedWords } from '../answers/outcome-words.ts';
import { showForm } from '../answers/show-form.ts';
import { asPerson } from '../as-person.ts';
import { CARD_NOT_READ, type Reply, say, type Tools } from '../tools.ts';
import { showAway } from './away.ts';
import { cardReply } from './personal-card.ts';
import { IMPACT_PRESSES, sayImpact, saySignOff } from './reminder-decisions.ts';
import { showSettings } from './settings.ts';

/** A reminder as it now stands, with the item opened that the button names. */
export const showReminder = (turn: Turn, tools: Tools, { data }: Submission<PersonalData>): Promise<Reply> =>
  show(turn, tools, data, { open: openOf(data) });

/** A press on an item: what says it all is saved at once, for the rest its form opens. */
export const askItem = async (
  turn: Turn,
  tools: Tools,
  submission: Submission<PersonalData>,
): Promise<Reply> => {
  const { ask } = submission.data;
  if (ask === 'on track' || ask === 'agree') return sayItem(turn, tools, { ...submission, inputs: {} });
  return showItemForm(turn, tools, submission, []);
};

/** Saves what a press and its form say of an item, and shows what is next. What can't be taken comes back as it was left. */
export const sayItem = async (
  turn: Turn,
  tools: Tools,
  submission: Submission<PersonalData>,
): Promise<Reply> => {
  const { data, inputs } = submission;
  const open = openOf(data);
  if (open === null || data.ask === undefined) return say(CARD_NOT_READ);
  const said = await saySomething(turn, tools, { data, inputs, ask: data.ask, open });
  if (said === null) return show(turn, tools, data, { open });
  if (said.problems.length > 0)
    return showItemForm(
      turn,
      tools,
      { data: { ...data, ask: said.form ?? data.ask }, inputs },
      said.problems,
    );
  return showNext(turn, tools, { data, open, ...said });
};

/** Leads to the next item, or to what else was chosen. */
export const goOn = async (
  turn: Turn,
  tools: Tools,
  submission: Submission<PersonalData>,
): Promise<Reply> => {
  const { data, inputs } = submission;
  const chosen = inputs[MORE_INPUT] ?? '';
  const asks = unpackAsks(data.reminder);
  switch (chosen) {
    case 'away':
      return showAway(turn, tools, submission);
    case 'settings':
      return showSettings(turn, tools, submission);
    case 'full':
      return answerInFull(turn, tools, openOf(data));
    default:
      return show(turn, tools, data, { open: asks[Number(chosen || Number.NaN)] ?? openOf(data) });
  }
};

type Problems = ReminderForm['problems'];

/** What came of a press. */
interface Said {
  readonly words: readonly string[];
  readonly problems: Problems;
  /** The form that asks for what is missing, where it is another. */
  readonly form?: ReminderFormKind;
  readonly submissionKey: string;
}

interface Saying extends Submission<PersonalData> {
  readonly ask: ReminderFormKind;
  readonly open: ReminderAsk;
}

/** Asks the use case that a press stands for. `null` = the item waits for the person no more. */
const saySomething = async (turn: Turn, tools: Tools, saying: Saying): Promise<Said | null> => {
  const { ask, open, inputs, data } = saying;
  const { planId, ref } = open;
  const { words = '', to = '' } = inputs;
  const checked = inputs.checked === 'true';
  const on = { planId, ref, submissionKey: data.submissionKey, words, checked };
  if (ask === 'not mine')
    return asPerson(turn, tools, (actor) => tools.useCases.sayNotMine({ actor, ...on }));
  if (ask === 'give') return asPerson(turn, tools, (actor) => tools.useCases.giveItem({ actor, ...on, to }));
  if (ask === 'sign off') {
    const { opened } = await view(turn, tools, [], open);
    return opened === null ? null : saySignOff(turn, tools, { ...on, inputs, group: opened.signOffBy });
  }
  const impact = IMPACT_PRESSES[ask];
  if (impact !== undefined) return sayImpact(turn, tools, { ...on, inputs, answer: impact });
  const kind = QUICK_ANSWERS.find((known) => known === ask);
  return kind === undefined ? null : answerQuickly(turn, tools, { ...saying, kind });
};

const answerQuickly = async (
  turn: Turn,
  tools: Tools,
  { open, inputs, data, kind }: Saying & { readonly kind: (typeof QUICK_ANSWERS)[number] },
): Promise<Said | null> => {
  const { opened, submissionKey } = await view(turn, tools, [], open);
  if (opened === null) return null;
  const fields = FORM_FIELDS[kind].map((field) => [
    field,
    inputs[field] === NO_GROUP ? '' : (inputs[field] ?? ''),
  ]);
  const { input, remark, missing } = quickAnswer(kind, opened, Object.fromEntries(fields));
  if (missing !== undefined) {
    const isAskedHere = FORM_FIELDS[kind].some((field) => field === missing.field);
    return { words: [], problems: [missing], submissionKey, ...(isAskedHere ? {} : { form: 'new date' }) };
  }
  const answer = inputs.checked === 'true' ? { ...input, checked: true } : input;
  const result = await asPerson(turn, tools, (actor) =>
    tools.useCases.answerItems({
      actor,
      planId: open.planId,
      meetingKey: null,
      submissionKey: data.submissionKey,
      answers: [answer],
    }),
  );
  const words = [savedWords(result), ...(remark === undefined ? [] : [remark]), ...result.remarks];
  return { words, problems: result.problems, submissionKey: result.remaining.submissionKey };
};

const openOf = (data: PersonalData): ReminderAsk | null => unpackAsks(data.reminder)[data.open ?? 0] ?? null;

const view = (
  turn: Turn,
  tools: Tools,
  asks: readonly ReminderAsk[],
  open: ReminderAsk | null,
): Promise<ReminderView> =>
  asPerson(turn, tools, (actor) => tools.useCases.viewReminder({ actor, asks, open }));

/** The form of an item, as it was left where something is wrong. */
const showItemForm = async (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Submission<PersonalData>,
  problems: Problems,
): Promise<Reply> => {
  const open = openOf(data);
  const { ask: kind } = data;
  if (open === null || kind === undefined) return say(CARD_NOT_READ);
  const { content, opened, submissionKey } = await view(turn, tools, unpackAsks(data.reminder), open);
  if (opened === null) return show(turn, tools, data, { open });
  const known = { forecastDue: opened.last.forecastDue, waitingOn: opened.last.waitingOn ?? NO_GROUP };
  const values = Object.fromEntries(
    FORM_FIELDS[kind].map((field) => [field, inputs[field] ?? known[field as keyof typeof known] ?? '']),
  );
  const form: ReminderForm = { kind, opened, values, problems, checked: inputs.checked === 'true' };
  const isNew = problems.length === 0;
  const state = {
    open,
    form,
    notice: isNew ? null : { text: 'Nothing was saved yet. What you typed is kept.', good: false },
    messages: problemsBeside(form),
  };
  return cardReply(buildReminderCard(content, tools.cardContext(submissionKey), state));
};

/** The reminder without what was answered; after the last item, that there is nothing more. */
const showNext = async (
  turn: Turn,
  tools: Tools,
  {
    data,
    open,
    words,
    submissionKey,
  }: { readonly data: PersonalData; readonly open: ReminderAsk } & Pick<Said, 'words' | 'submissionKey'>,
): Promise<Reply> => {
  const asks = unpackAsks(data.reminder);
  const place = asks.findIndex((ask) => isSameAsk(ask, open));
  const left = asks.filter((ask) => !isSameAsk(ask, open));
  const [first = '', ...messages] = words;
  const isAnswer = QUICK_ANSWERS.some((kind) => kind === data.ask);
  const text = isAnswer ? first : `✓ ${first}`;
  const next = left[place % Math.max(1, left.length)] ?? null;
  return show(turn, tools, data, {
    asks: left,
    open: next,
    notice: { text, good: true },
    messages,
    answered: isAnswer ? open : null,
    submissionKey,
  });
};

/** Shows a reminder as it now stands; says so where nothing of it waits any more. */
const show = async (
  turn: Turn,
  tools: Tools,
  data: PersonalData,
  {
    asks = unpackAsks(data.reminder),
    submissionKey,
    ...state
  }: ReminderState & { readonly asks?: readonly ReminderAsk[]; readonly submissionKey?: string },
): Promise<Reply> => {
  const seen = await view(turn, tools, asks, null);
  const key = submissionKey ?? seen.submissionKey;
  if (seen.content.plans.length > 0) {
    const isGone = state.open && !holds(seen, state.open) && !state.notice;
    const gone = { notice: { text: 'That one does not wait for you any more.', good: false } };
    return cardReply(
      buildReminderCard(seen.content, tools.cardContext(key), { ...state, ...(isGone ? gone : {}) }),
    );
  }
  const heading = state.notice?.text ?? 'Nothing of this reminder waits for you any more';
  const paragraphs = [
    ...(state.messages ?? []),
    'Nothing more today. Write “my actions” to see everything that is yours.',
  ];
  const planId = openOf(data)?.planId;
  if (planId === undefined) return say(CARD_NOT_READ);
  return cardReply(buildSavedCard({ planId, heading, paragraphs }, tools.cardContext(key)));
};

const holds = ({ content }: ReminderView, ask: ReminderAsk): boolean =>
  content.plans.some(({ planId, entries }) =>
    entries.some(({ line, why }) => isSameAsk({ planId, ref: line.ref, why }, ask)),
  );

/** All questions of an item, on the card of the person's own items. */
const answerInFull = async (turn: Turn, tools: Tools, open: ReminderAsk | null): Promise<Reply> => {
  if (open === null) return say(CARD_NOT_READ);
  const { planId, ref } = open;
  const form = await asPerson(turn, tools, (actor) => findForm(tools.useCases, actor, { planId }));
  return showForm(form, tools, { ref });
};
