import { type FormProblem, RANKING_PLACES, type RankingForm } from '../../../plan/content.ts';
import { buildRankingDialog, choiceInput, NO_CHOICE, VOICES_INPUT } from '../../cards/ranking-dialog.ts';
import type { GroupData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import type { DialogAnswer } from '../answers/dialog-answer.ts';
import { asPerson } from '../as-person.ts';
import { NOT_READ } from '../meetings/meeting-dialog.ts';
import type { Tools } from '../tools.ts';

/** Opens the form of a ranking. */
export const openRanking = async (
  turn: Turn,
  tools: Tools,
  { data }: Submission<GroupData>,
): Promise<DialogAnswer> => {
  const form = await findForm(turn, tools, data);
  return form === null ? NOT_READ : show(form, tools, { forOthers: isForOthers(form, data) });
};

/** Saves a ranking; what can't be taken comes back as it was left. */
export const saveRanking = async (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Submission<GroupData>,
): Promise<DialogAnswer> => {
  const { planId, groupKey, submissionKey } = data;
  const form = await findForm(turn, tools, data);
  if (form === null || planId === undefined || groupKey === undefined) return NOT_READ;
  const forOthers = isForOthers(form, data);
  const voices = forOthers ? (inputs[VOICES_INPUT] ?? '').trim() : '';
  if (forOthers && voices === '')
    return show(form, tools, { forOthers, values: inputs, problems: [FOR_WHOM] });
  const choices = choicesIn(inputs, forOthers ? [] : data.kept);
  const { words, problems } = await asPerson(turn, tools, (actor) =>
    tools.useCases.rank({ actor, planId, submissionKey, ranking: { groupKey, choices, voices } }),
  );
  if (problems.length === 0) return { kind: 'end', text: words };
  return show(form, tools, { forOthers, values: inputs, problems });
};

/** By their place; behind them what was ranked before on places that this form did not ask for. */
const choicesIn = (inputs: Submission['inputs'], kept: readonly string[] = []): readonly string[] => {
  const asked = Array.from({ length: RANKING_PLACES }, (_, at) => inputs[choiceInput(at + 1)] ?? '').map(
    (key) => (key === NO_CHOICE ? '' : key),
  );
  const rest = kept.filter((key) => !asked.includes(key));
  return [...asked.slice(0, RANKING_PLACES - rest.length), ...rest];
};

const FOR_WHOM: FormProblem = { field: VOICES_INPUT, message: 'Say how many people it is for.' };

/** A form that one may only fill in for others is for others. */
const isForOthers = ({ may }: RankingForm, { forOthers = false }: GroupData): boolean =>
  forOthers ? may.rankForOthers : !may.rank;

const findForm = async (
  turn: Turn,
  { useCases, log }: Tools,
  { planId, groupKey }: GroupData,
): Promise<RankingForm | null> =>
  planId === undefined || groupKey === undefined
    ? null
    : asPerson(turn, { log }, (actor) => useCases.viewRankingForm({ actor, planId, groupKey }));

const show = (
  form: RankingForm,
  tools: Tools,
  state: {
    readonly forOthers: boolean;
    readonly values?: Readonly<Record<string, string>>;
    readonly problems?: readonly FormProblem[];
  },
): DialogAnswer => ({
  kind: 'form',
  title: 'What matters most',
  card: buildRankingDialog({ form, ...state }, tools.cardContext(form.submissionKey)),
});
