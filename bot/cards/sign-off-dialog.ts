import type { FormProblem, SignOffAsk, SignOffForm } from '../../plan/content.ts';
import { refKey } from './answer-form.ts';
import { type CardContext, type CardJson, fitCard } from './card.ts';
import { buildFormDialog } from './form-dialog.ts';
import { checkedInput, type FormInput } from './form-input.ts';
import { lineOf, NAME_LENGTH, NOTE_LENGTH, paragraphsOf } from './plain-text.ts';
import { inputOfSignOff, SIGN_OFF_FIELDS, signOffInput } from './sign-off-inputs.ts';
import { joinDots } from './wording.ts';

/** What was typed is given back whole, beyond what may be saved; six fields of more would not fit. */
const TYPED_LENGTH = 2_200;

/** Which of several is meant. */
export const ITEM_INPUT = 'item';

/** What is done and waits for a group, new or as somebody left it. */
export interface SignOffState {
  readonly form: SignOffForm;
  /** Only of the group of this channel. */
  readonly channelId?: string | undefined;
  /** What stands in the inputs, by id. */
  readonly values?: Readonly<Record<string, string>>;
  readonly problems?: readonly FormProblem[];
}

/** A group's word on something done. */
export const buildSignOffDialog = (state: SignOffState, context: CardContext): CardJson =>
  fitCard((limit) => bind(state, context, limit), { most: Math.min(20, state.form.asks.length), atLeast: 1 });

const bind = (
  { form, channelId, values = {}, problems = [] }: SignOffState,
  { submissionKey }: CardContext,
  limit: number,
): CardJson => {
  const asks = form.asks.slice(0, limit);
  const more = form.asks.length - asks.length;
  const [first] = asks;
  const heldProblems = problems.map((problem) => ({ ...problem, field: inputOfSignOff(problem.field) }));
  return buildFormDialog({
    heading: asks.length === 1 ? `${first?.groupName}: is it done?` : 'What is done and waits for your word',
    hint: 'People are counted, never named. Do not name children or families.',
    paragraphs: [...asks.map(wordsOf), ...(more > 0 ? [`${more} more wait after these.`] : [])],
    inputs: [
      ...(asks.length > 1 ? [itemInput(asks, values[ITEM_INPUT])] : []),
      ...SIGN_OFF_FIELDS.map((field) => ({
        ...signOffInput(field),
        id: field,
        value: paragraphsOf(values[field] ?? '', TYPED_LENGTH),
      })),
      ...checkedInput(
        values.checked === 'true',
        problems.some(({ held }) => held === true),
      ),
    ],
    problems: heldProblems,
    button: {
      title: 'Record it',
      data: {
        verb: 'save-sign-off',
        planId: form.planId,
        submissionKey,
        ...(channelId === undefined ? {} : { channelId }),
        asks: asks.map(({ ref, groupKey }) => ({ ref, groupKey })),
      },
    },
  });
};

const wordsOf = ({ label, title, saidByName, doneOnWords, note, evidenceUrl }: SignOffAsk): string => {
  const said = joinDots([
    saidByName === null ? 'Done' : `${saidByName} says that it is done`,
    doneOnWords,
    note === null ? null : `“${lineOf(note, NOTE_LENGTH)}”`,
    evidenceUrl,
  ]);
  return `${label} ${lineOf(title, NAME_LENGTH)}: ${said}`;
};

const itemInput = (asks: readonly SignOffAsk[], value: string | undefined): FormInput => ({
  kind: 'choice',
  id: ITEM_INPUT,
  label: 'Which one?',
  errorMessage: 'Choose from the list.',
  value: value ?? asks.map(({ ref }) => refKey(ref))[0] ?? '',
  choices: asks.map(({ ref, label, title }) => ({ title: `${label} ${title}`, value: refKey(ref) })),
});
