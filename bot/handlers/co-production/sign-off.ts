import type { FormProblem, SignOffForm } from '../../../plan/content.ts';
import { refKey } from '../../cards/answer-form.ts';
import { buildSignOffDialog, ITEM_INPUT } from '../../cards/sign-off-dialog.ts';
import { signOffValues } from '../../cards/sign-off-inputs.ts';
import type { GroupData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import type { DialogAnswer } from '../answers/dialog-answer.ts';
import { asPerson } from '../as-person.ts';
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
  const { submissionKey } = data;
  const form = await findForm(turn, tools, data);
  if (form === null) return NONE;
  const { asks, planId } = form;
  const wanted = inputs[ITEM_INPUT] ?? (data.ref && refKey(data.ref));
  const chosen = asks.find(({ ref }) => refKey(ref) === wanted);
  if (chosen === undefined) return show(form, tools, data, { values: inputs, problems: [IS_GONE] });
  const { ref, groupKey } = chosen;
  const signOff = { ref, groupKey, ...signOffValues(inputs), checked: inputs.checked === 'true' };
  const { words, problems } = await asPerson(turn, tools, (actor) =>
    tools.useCases.recordSignOff({ actor, planId, submissionKey, signOff }),
  );
  if (problems.length === 0) return { kind: 'end', text: words };
  const kept = { asks: asks.toSorted((one, other) => Number(other === chosen) - Number(one === chosen)) };
  return show({ ...form, ...kept }, tools, data, {
    values: { ...inputs, [ITEM_INPUT]: refKey(ref) },
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
