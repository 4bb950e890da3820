import type { CommentForm, CommentInput, FormProblem } from '../../../plan/content.ts';
import { refKey } from '../../cards/answer-form.ts';
import { ABOUT_INPUT, buildCommentDialog, themeChoice } from '../../cards/comment-dialog.ts';
import { VOICES_INPUT } from '../../cards/ranking-dialog.ts';
import type { SaidData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import type { DialogAnswer } from '../answers/dialog-answer.ts';
import { asPerson } from '../as-person.ts';
import { NOT_READ } from '../meetings/meeting-dialog.ts';
import type { Tools } from '../tools.ts';

type Values = Readonly<Record<string, string>>;

/** Opens the form in which a reference group comments. */
export const openComment = async (
  turn: Turn,
  tools: Tools,
  { data }: Submission<SaidData>,
): Promise<DialogAnswer> => {
  const form = await findForm(turn, tools, data);
  return form === null ? NOT_READ : show(form, tools, data);
};

/** Records the comment; what can't be taken comes back as it was left. */
export const saveComment = async (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Submission<SaidData>,
): Promise<DialogAnswer> => {
  const form = await findForm(turn, tools, data);
  if (form === null) return NOT_READ;
  const { planId } = form;
  const { submissionKey } = data;
  const comment = commentIn(form, inputs);
  const { words, problems } = await asPerson(turn, tools, (actor) =>
    tools.useCases.comment({ actor, planId, submissionKey, comment }),
  );
  if (problems.length === 0) return { kind: 'end', text: words };
  return show(form, tools, data, { values: inputs, problems });
};

const findForm = async (
  turn: Turn,
  { useCases, log }: Tools,
  { planId, groupKey, channelId }: SaidData,
): Promise<CommentForm | null> => {
  const where = channelId === undefined ? {} : { channelId };
  const forms = await asPerson(turn, { log }, (actor) => useCases.viewCommentForms({ actor, ...where }));
  return forms.find((form) => form.planId === planId && form.groupKey === groupKey) ?? null;
};

/** What was chosen is an item, a theme, or neither: the plan as a whole. */
const commentIn = ({ groupKey, items, themes }: CommentForm, inputs: Values): CommentInput => {
  const about = inputs[ABOUT_INPUT] ?? '';
  return {
    groupKey,
    ref: items.find(({ ref }) => refKey(ref) === about)?.ref ?? null,
    theme: themes.find(({ key }) => themeChoice(key) === about)?.key ?? '',
    words: inputs.words ?? '',
    voices: inputs[VOICES_INPUT] ?? '',
    ...(inputs.checked === 'true' ? { checked: true } : {}),
  };
};

const show = (
  form: CommentForm,
  tools: Tools,
  { channelId }: SaidData,
  left: { readonly values?: Values; readonly problems?: readonly FormProblem[] } = {},
): DialogAnswer => ({
  kind: 'form',
  title: 'Comment on the plan',
  card: buildCommentDialog({ form, channelId, ...left }, tools.cardContext(form.submissionKey)),
});
