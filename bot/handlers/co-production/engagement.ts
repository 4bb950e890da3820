import type { EngagementForm, EngagementInput, FormProblem } from '../../../plan/content.ts';
import { buildEngagementDialog, buildOutcomeDialog, ENTRY_INPUT } from '../../cards/engagement-dialog.ts';
import { NO_CHOICE } from '../../cards/ranking-dialog.ts';
import type { SaidData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import type { DialogAnswer } from '../answers/dialog-answer.ts';
import { asPerson } from '../as-person.ts';
import { NOT_READ } from '../meetings/meeting-dialog.ts';
import type { Tools } from '../tools.ts';

type Press = Submission<SaidData>;
type Values = Readonly<Record<string, string>>;

/** Opens the form of a new entry of the engagement log. */
export const openEngagement = async (turn: Turn, tools: Tools, { data }: Press): Promise<DialogAnswer> => {
  const form = await findForm(turn, tools, data);
  return form === null ? NOT_READ : show(form, tools, { data });
};

/** Adds the entry; what can't be taken comes back as it was left. */
export const saveEngagement = async (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Press,
): Promise<DialogAnswer> => {
  const form = await findForm(turn, tools, data);
  if (form === null) return NOT_READ;
  const { planId } = form;
  const { submissionKey } = data;
  const { words, problems } = await asPerson(turn, tools, (actor) =>
    tools.useCases.saveEngagement({
      actor,
      planId,
      submissionKey,
      engagementKey: null,
      engagement: engagementIn(inputs),
    }),
  );
  if (problems.length === 0) return { kind: 'end', text: words };
  return show(form, tools, { data, values: inputs, problems });
};

/** Opens the form of what came of what people said before. */
export const openOutcome = async (turn: Turn, tools: Tools, { data }: Press): Promise<DialogAnswer> => {
  const form = await findForm(turn, tools, data);
  return form === null ? NOT_READ : showOutcome(form, tools, { data });
};

/** Adds what came of it, to an entry in which nobody has said so yet. */
export const saveOutcome = async (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Press,
): Promise<DialogAnswer> => {
  const form = await findForm(turn, tools, data);
  const engagementKey = inputs[ENTRY_INPUT] ?? '';
  if (form === null || engagementKey === '') return NOT_READ;
  const { answer, outcome, checked } = engagementIn(inputs);
  if (answer === '') return showOutcome(form, tools, { data, values: inputs, problems: [NOT_ANSWERED] });
  const { planId } = form;
  const { input: standing } = await asPerson(turn, tools, (actor) =>
    tools.useCases.viewEngagementForm({ actor, planId, engagementKey }),
  );
  if (standing.answer === answer && standing.outcome === outcome.trim())
    return { kind: 'end', text: 'That is what the engagement log says.' };
  if (standing.answer !== '') {
    const problems = [answeredMeanwhile(standing)];
    return showOutcome(withEntry(form, engagementKey, standing), tools, { data, values: inputs, problems });
  }
  const { words, problems } = await asPerson(turn, tools, (actor) =>
    tools.useCases.saveEngagement({
      actor,
      planId,
      submissionKey: data.submissionKey,
      engagementKey,
      base: standing,
      engagement: { ...standing, answer, outcome, ...(checked === true ? { checked } : {}) },
    }),
  );
  if (problems.length === 0) return { kind: 'end', text: words };
  return showOutcome(form, tools, { data, values: inputs, problems });
};

/** It was chosen as one that nobody had answered: what somebody said meanwhile is not overwritten. */
const answeredMeanwhile = ({ answer, outcome }: EngagementInput): FormProblem => ({
  field: 'answer',
  message: `Somebody has said so meanwhile: “${answer}: ${outcome}”. What you wrote is not saved. To change theirs, open Co-production in the plan’s tab.`,
});

/** The form with an entry that is not open any more, so that what was chosen and typed stays in sight. */
const withEntry = (form: EngagementForm, key: string, { title, said }: EngagementInput): EngagementForm => ({
  ...form,
  open: [{ key, words: `${title}: ${said}` }, ...form.open.filter((entry) => entry.key !== key)],
});

const NOT_ANSWERED: FormProblem = { field: 'answer', message: 'Choose what came of it.' };

/** In a channel that of its plan, beginning with its group; else that of the plan whose button it was. */
const findForm = async (
  turn: Turn,
  { useCases, log }: Tools,
  { planId, channelId }: SaidData,
): Promise<EngagementForm | null> => {
  if (channelId === undefined) {
    if (planId === undefined) return null;
    return asPerson(turn, { log }, (actor) =>
      useCases.viewEngagementForm({ actor, planId, engagementKey: null }),
    );
  }
  const [form] = await asPerson(turn, { log }, (actor) => useCases.viewEngagementForms({ actor, channelId }));
  return form ?? null;
};

interface Left {
  readonly data: SaidData;
  readonly values?: Values;
  readonly problems?: readonly FormProblem[];
}

const show = (form: EngagementForm, tools: Tools, { data: { channelId }, ...left }: Left): DialogAnswer => ({
  kind: 'form',
  title: 'Engagement log',
  card: buildEngagementDialog({ form, channelId, ...left }, tools.cardContext(form.submissionKey)),
});

const showOutcome = (
  form: EngagementForm,
  tools: Tools,
  { data: { channelId }, ...left }: Left,
): DialogAnswer =>
  form.open.length === 0
    ? { kind: 'end', text: 'Everything that was said and is yours to answer has been answered.' }
    : {
        kind: 'form',
        title: 'What came of it',
        card: buildOutcomeDialog({ form, channelId, ...left }, tools.cardContext(form.submissionKey)),
      };

const engagementIn = (inputs: Values): EngagementInput => {
  const typed = (id: string) => (inputs[id] === NO_CHOICE ? '' : (inputs[id] ?? ''));
  return {
    title: typed('title'),
    on: typed('on'),
    purpose: typed('purpose'),
    said: typed('said'),
    outcome: typed('outcome'),
    theme: typed('theme'),
    answer: typed('answer'),
    voices: typed('voices'),
    ...(inputs.checked === 'true' ? { checked: true } : {}),
  };
};
