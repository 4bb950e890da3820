import type { ReminderAsk, ReminderContent, ReminderReason } from '../../plan/content.ts';
import { refKey } from './answer-form.ts';
import { executeButton } from './buttons.ts';
import { type CardContext, type CardJson, createTemplate, type ElementJson, fitCard } from './card.ts';
import { bindFormInput, type FormInput } from './form-input.ts';
import { bindItemRow } from './item-row.ts';
import { lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH } from './plain-text.ts';
import { asksOf, isSameAsk, packAsks } from './reminder-asks.ts';
import { FORM_TITLES, formInputs, PRESS_TITLES, type ReminderForm } from './reminder-form.ts';
import { keyOf } from './status.ts';
import { type PersonalData, type ReminderFormKind, submissionData } from './submission.ts';
import template from './templates/reminder-card.json' with { type: 'json' };
import { countOf } from './wording.ts';

const cardTemplate = createTemplate(template);

/** What a reminder names at most: beyond it, the card says how many more there are. */
const MOST_ITEMS = 40;

/** The choice of everything that has no button. */
export const MORE_INPUT = 'more';

/** How a reminder is shown after somebody pressed something; nothing as it is sent. */
export interface ReminderState {
  /** The item that is opened. Default: the first. */
  readonly open?: ReminderAsk | null;
  readonly form?: ReminderForm | null;
  readonly notice?: { readonly text: string; readonly good: boolean } | null;
  readonly messages?: readonly string[];
  /** What was just answered, so that it can be put right. */
  readonly answered?: ReminderAsk | null;
}

/** Why an item is there, in a row. */
const WHY_WORDS: Readonly<Record<ReminderReason, string>> = {
  overdue: 'overdue',
  'due today': 'due today',
  'check-in unanswered': 'check-in unanswered',
  'due soon': 'due soon',
  'given to you': 'given to you',
  'waiting on you': 'waits for your group',
  'not theirs': 'its owner says it is not theirs',
  escalated: 'no word from its owner',
  'to sign off': 'done, waits for you to agree',
  'nobody owns it': 'nobody owns it',
  'group to sign off': 'done, waits for your group’s word',
  'impact check': 'complete, does it work?',
  commented: 'a group commented',
};

const OWNERS = ['on track', 'done', 'new date', 'blocked'] as const;

/** What can be done with an item by a press, by why it is there. */
const PRESSES: Readonly<Record<ReminderReason, readonly ReminderFormKind[]>> = {
  overdue: OWNERS,
  'due today': OWNERS,
  'check-in unanswered': OWNERS,
  'due soon': OWNERS,
  'given to you': OWNERS,
  'waiting on you': [],
  'not theirs': ['give'],
  escalated: ['done', 'new date', 'blocked', 'give'],
  'to sign off': ['agree', 'not yet'],
  'nobody owns it': ['give'],
  'group to sign off': ['sign off'],
  'impact check': ['it works', 'works not yet', 'works no longer'],
  commented: [],
};

/** A milestone belongs to whoever owns its recommendation: it can't be given. */
const pressesOf = ({ why, ref }: ReminderAsk): readonly ReminderFormKind[] =>
  PRESSES[why].filter((press) => press !== 'give' || ref.list !== 'Milestones');

/** One person's message of the day, over all their plans: one item opened, to be answered in place. */
export const buildReminderCard = (
  content: ReminderContent,
  context: CardContext,
  state: ReminderState = {},
): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(content, context, state, limit)), {
    most: MOST_ITEMS,
    atLeast: 1,
  });

const bind = (content: ReminderContent, context: CardContext, state: ReminderState, limit: number) => {
  const all = asksOf(content);
  const wanted = all.find((ask) => isSameAsk(ask, state.open)) ?? all[0];
  if (wanted === undefined) throw new Error('A reminder names at least one item.');
  const shown = [wanted, ...all.filter((ask) => !isSameAsk(ask, wanted)).slice(0, limit - 1)];
  // The buttons name them in the order of the reminder, so that the next one follows.
  const asks = all.filter((ask) => shown.includes(ask));
  const open = asks.indexOf(wanted);
  const entries = entriesOf(content);
  const opened = entries.find(({ ask }) => isSameAsk(ask, wanted));
  const more = all.length - asks.length;
  const heading = headingOf(all.length);
  const carry = { reminder: packAsks(asks), open, submissionKey: context.submissionKey };
  const others = entries.filter(({ ask }) => shown.includes(ask) || asks.some((one) => isSameAsk(one, ask)));
  const form = state.form ?? null;
  const choices = form === null ? moreChoices(entries, asks, open) : [];
  const hasSeveralPlans = content.plans.length > 1;
  return {
    fallbackText: `${heading}, ${content.todayWords}`,
    heading,
    today: content.todayWords,
    notice: lineOf(state.notice?.text ?? '', 2 * NOTE_LENGTH),
    noticeColour: state.notice?.good ? 'Good' : 'Attention',
    canChange: state.answered != null,
    changeData: state.answered ? changeData(state.answered, context) : {},
    messages: (state.messages ?? []).map((text) => ({
      text: lineOf(text, 2 * NOTE_LENGTH),
      colour: state.notice?.good ? 'Default' : 'Attention',
    })),
    opened: opened === undefined ? [] : [rowOf(opened)],
    hasInputs: form !== null,
    inputs: form === null ? [] : formInputs(form).map(bindFormInput),
    buttons: form === null ? pressButtons(wanted, carry) : saveButtons(form.kind, carry),
    hasLinks: form === null,
    hasNotMine: isOwners(wanted),
    notMineData: submissionData({ verb: 'ask-item', ...carry, ask: 'not mine' }),
    snoozeData: submissionData({ verb: 'show-snooze', ...carry }),
    plans: content.plans
      .map(({ planId, planName }) => ({
        title: hasSeveralPlans ? markdownText(planName, NAME_LENGTH) : 'Then',
        rows: others
          .filter(({ ask }) => ask.planId === planId && !isSameAsk(ask, wanted))
          .map((entry) => rowOf(entry)),
      }))
      .filter(({ rows }) => rows.length > 0),
    rest: more > 0 ? `${more} more: write “my actions” to see them.` : '',
    hasMore: choices.length > 0,
    more: choices.length > 0 ? [bindFormInput(moreInput(choices))] : [],
    moreButtons: [
      ...(choices.length > 0 ? [executeButton({ title: 'Go on', data: { verb: 'go-on', ...carry } })] : []),
      {
        type: 'Action.OpenUrl',
        title: 'Open in the plan',
        url: context.tabLink({ planId: wanted.planId, ref: wanted.ref }),
      },
    ],
    key: keyOf(others.map(({ entry }) => entry.line)),
  };
};

/** Opens all questions of an item that was answered, as the list of a person's own items does. */
const changeData = ({ planId, ref }: ReminderAsk, { submissionKey }: CardContext): ElementJson => ({
  ...submissionData({ verb: 'show-item', planId, submissionKey }),
  show: refKey(ref),
});

type Entry = ReminderContent['plans'][number]['entries'][number];
interface AskedEntry {
  readonly ask: ReminderAsk;
  readonly entry: Entry;
}
type Carry = Pick<PersonalData, 'reminder' | 'open' | 'submissionKey'>;

const headingOf = (count: number): string => `${countOf(count, 'item needs', 'items need')} a word from you`;

const entriesOf = ({ plans }: ReminderContent): AskedEntry[] =>
  plans.flatMap(({ planId, entries }) =>
    entries.map((entry) => ({ ask: { planId, ref: entry.line.ref, why: entry.why }, entry })),
  );

const rowOf = ({ entry: { line, why, words } }: AskedEntry): ElementJson =>
  bindItemRow(line, {
    when: WHY_WORDS[why],
    ...(words === null ? {} : { waits: lineOf(words, 2 * NOTE_LENGTH) }),
  });

const pressButtons = (asked: ReminderAsk, carry: Carry): ElementJson[] =>
  pressesOf(asked).map((ask, index) =>
    executeButton({
      title: PRESS_TITLES[ask],
      data: { verb: 'ask-item', ...carry, ask },
      takesInputs: false,
      ...(index === 0 ? { style: 'positive' } : {}),
    }),
  );

const saveButtons = (ask: ReminderFormKind, carry: Carry): ElementJson[] => [
  executeButton({ title: FORM_TITLES[ask], data: { verb: 'say-item', ...carry, ask }, style: 'positive' }),
  executeButton({ title: 'Back', data: { verb: 'show-reminder', ...carry }, takesInputs: false }),
];

/** Whether an item is there because somebody owns it. */
const isOwners = ({ why }: ReminderAsk): boolean => PRESSES[why] === OWNERS;

/** What `Go on` leads to: the next items, and what else concerns the item or the person. */
const moreChoices = (entries: readonly AskedEntry[], asks: readonly ReminderAsk[], open: number) => {
  const [current] = asks.slice(open, open + 1);
  const inOrder = asks.map((ask, index) => ({ ask, index }));
  const others = [...inOrder.slice(open + 1), ...inOrder.slice(0, open)];
  return [
    ...others.map(({ ask, index }) => {
      const line = entries.find((one) => isSameAsk(one.ask, ask))?.entry.line;
      return { title: `${line?.label ?? ''} ${line?.title ?? ''}`, value: String(index) };
    }),
    ...(current !== undefined && isOwners(current) ? [{ title: 'Answer it in full', value: 'full' }] : []),
    { title: 'I’m away', value: 'away' },
    { title: 'Reminder settings', value: 'settings' },
  ];
};

const moreInput = (choices: NonNullable<FormInput['choices']>): FormInput => ({
  kind: 'choice',
  id: MORE_INPUT,
  label: 'Next, or something else',
  errorMessage: 'Choose from the list.',
  value: choices[0]?.value ?? '',
  choices,
});
