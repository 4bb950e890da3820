import type { FormProblem, MeasuresView } from '../../../plan/content.ts';
import { buildReadingDialog, SURE_INPUT } from '../../cards/reading-dialog.ts';
import type { SaidData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import type { DialogAnswer } from '../answers/dialog-answer.ts';
import { asPerson } from '../as-person.ts';
import { NOT_READ } from '../meetings/meeting-dialog.ts';
import type { Tools } from '../tools.ts';

type Values = Readonly<Record<string, string>>;

/** Opens the form of a reading. */
export const openReading = async (
  turn: Turn,
  tools: Tools,
  { data: { planId } }: Submission<SaidData>,
): Promise<DialogAnswer> => {
  if (planId === undefined) return NOT_READ;
  const view = await asPerson(turn, tools, (actor) => tools.useCases.viewMeasures({ actor, planId }));
  return show(view, tools);
};

/** Records what something stands at; what can't be taken comes back as it was left. */
export const saveReading = async (
  turn: Turn,
  tools: Tools,
  { data: { planId, submissionKey }, inputs }: Submission<SaidData>,
): Promise<DialogAnswer> => {
  if (planId === undefined) return NOT_READ;
  const { measure = '', value = '', on = '' } = inputs;
  const sure = inputs[SURE_INPUT] === 'true' ? { sure: true } : {};
  const reading = { measure, value, on, ...sure };
  const { words, problems, view } = await asPerson(turn, tools, (actor) =>
    tools.useCases.recordReading({ actor, planId, submissionKey, reading }),
  );
  if (problems.length > 0) return show(view, tools, { values: inputs, problems });
  const trend = view.measures.find(({ key }) => key === measure)?.trend.words ?? '';
  return { kind: 'end', text: `${words} ${trend}`.trim() };
};

const show = (
  view: MeasuresView,
  tools: Tools,
  left: { readonly values?: Values; readonly problems?: readonly FormProblem[] } = {},
): DialogAnswer =>
  view.measures.some(({ mayRecord }) => mayRecord)
    ? {
        kind: 'form',
        title: 'Reading',
        card: buildReadingDialog({ view, ...left }, tools.cardContext(view.submissionKey)),
      }
    : { kind: 'end', text: view.mayNotWords ?? 'This plan has no measures.' };
