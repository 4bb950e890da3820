import type { FormProblem, SignOffAsk, SignOffForm } from '../../../plan/content.ts';
import { refKey } from '../../cards/answer-form.ts';
import { buildSignOffDialog, ITEM_INPUT } from '../../cards/sign-off-dialog.ts';
import { signOffValues } from '../../cards/sign-off-inputs.ts';
import type { GroupData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import type { DialogAnswer } from '../answers/dialog-answer.ts';
import { asPerson } from '../as-person.ts';
import { NOT_READ } from '../meetings/meeting-dialog.ts';
import type { Tools } from '../tools.ts';

export const NOTHING_WAITS = 'Nothing that is done waits for the word of a group of yours.';

/** Opens what waits for the word of the person's groups. */
export const openSignOff = async (
  turn: Turn,
  tools: Tools,
  { data }: Submission<GroupData>,
): Promise<DialogAnswer> => {
  const form = await findForm(turn, tools, data);
  return form === null ? NONE : show(form, tools, data);
};

/** Records what a group decided; what can't be taken comes back as it was left. */
export const saveSignOff = async (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Submission<GroupData>,
): Promise<DialogAnswer> => {
  const { planId, submissionKey, asks = [] } = data;
  const [only] = asks;
  const wanted = inputs[ITEM_INPUT] ?? (only && refKey(only.ref));
  const chosen = asks.find(({ ref }) => refKey(ref) === wanted);
  if (planId === undefined || chosen === undefined) return NOT_READ;
  // First of all: what is sent again does not wait any more, and has its answer all the same.
  const signOff = { ...chosen, ...signOffValues(inputs), checked: inputs.checked === 'true' };
  const { words, problems } = await asPerson(turn, tools, (actor) =>
    tools.useCases.recordSignOff({ actor, planId, submissionKey, signOff }),
  );
  if (problems.length === 0) return { kind: 'end', text: words };
  const form = await findForm(turn, tools, data);
  if (form === null) return { kind: 'end', text: problems.map(({ message }) => message).join(' ') };
  const isChosen = ({ ref }: Pick<SignOffAsk, 'ref'>) => refKey(ref) === wanted;
  if (!form.asks.some(isChosen)) {
    const { [ITEM_INPUT]: _gone, ...values } = inputs;
    return show(form, tools, data, { values, problems: [IS_GONE] });
  }
  const asksShown = form.asks.toSorted((one, other) => Number(isChosen(other)) - Number(isChosen(one)));
  return show({ ...form, asks: asksShown }, tools, data, {
    values: { ...inputs, [ITEM_INPUT]: refKey(chosen.ref) },
    problems,
  });
};

const NONE: DialogAnswer = { kind: 'end', text: NOTHING_WAITS };

const IS_GONE: FormProblem = { field: ITEM_INPUT, message: 'It does not wait any more. Choose another.' };

const findForm = (
  turn: Turn,
  { useCases, log }: Tools,
  { planId, channelId }: GroupData,
): Promise<SignOffForm | null> => {
  const where = channelId === undefined ? {} : { channelId };
  const plan = planId === undefined ? {} : { planId };
  return asPerson(turn, { log }, (actor) => useCases.viewSignOffForm({ actor, ...plan, ...where }));
};

const show = (
  form: SignOffForm,
  tools: Tools,
  { channelId }: GroupData,
  state: {
    readonly values?: Readonly<Record<string, string>>;
    readonly problems?: readonly FormProblem[];
  } = {},
): DialogAnswer => ({
  kind: 'form',
  title: 'Sign off',
  card: buildSignOffDialog({ form, channelId, ...state }, tools.cardContext(form.submissionKey)),
});
