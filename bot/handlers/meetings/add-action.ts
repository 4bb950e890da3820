import type { FormProblem, MeetingContent } from '../../../plan/content.ts';
import {
  ACTION_FIELDS,
  type ActionField,
  buildActionDialog,
  NO_RECOMMENDATION,
} from '../../cards/action-dialog.ts';
import { buildGroupDialog, groupValue } from '../../cards/group-dialog.ts';
import { CHECKED_INPUT } from '../../cards/meeting-form.ts';
import type { ChooseGroupData, MeetingData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import type { DialogAnswer } from '../answers/dialog-answer.ts';
import { asPerson } from '../as-person.ts';
import type { Tools } from '../tools.ts';
import { afterSaving, findMeeting, NOT_READ, showMeetingForm } from './meeting-dialog.ts';

/** What stands in the dialog's title bar. */
const TITLE = 'Add action';

/** What stands in the form's inputs. */
type Values = Readonly<Record<ActionField, string>>;

/** Opens the form of a new action for the meeting or group a button belongs to. */
export const openAction = async (
  turn: Turn,
  tools: Tools,
  { data }: Submission<MeetingData>,
): Promise<DialogAnswer> => {
  const meeting = await findMeeting(turn, tools, data);
  return meeting === null ? NOT_READ : showAction(meeting, tools);
};

/** The form of a new action: empty, or with what is known of it already. */
export const showAction = (
  meeting: MeetingContent,
  tools: Tools,
  known: Partial<Values> = {},
  { checked = false, problems = [] }: { checked?: boolean; problems?: readonly FormProblem[] } = {},
): DialogAnswer => {
  const values = { title: '', owner: '', due: '', recommendation: '', details: '', ...known };
  return showMeetingForm(meeting, tools, {
    title: TITLE,
    build: (context) => buildActionDialog({ meeting, values, checked, problems }, context),
  });
};

/** Saves a new action. Where it can't be taken, the form comes back as it was left, with what is wrong beside each field. */
export const saveAction = async (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Submission<MeetingData>,
): Promise<DialogAnswer> => {
  const { planId, groupKey, meetingKey = null, submissionKey } = data;
  if (!groupKey) return NOT_READ;
  const values = Object.fromEntries(ACTION_FIELDS.map((field) => [field, inputs[field] ?? ''])) as Values;
  const checked = inputs[CHECKED_INPUT] === 'true';
  const recommendation = values.recommendation === NO_RECOMMENDATION ? '' : values.recommendation;
  const action = { ...values, recommendation, checked };
  const result = await asPerson(turn, tools, (actor) =>
    tools.useCases.addAction({ actor, planId, groupKey, meetingKey, submissionKey, action }),
  );
  const { meeting, problems } = result;
  return afterSaving(result, () => showAction(meeting, tools, values, { checked, problems }));
};

/** What is known of an action whose group is still to be chosen. */
type Draft = Readonly<Record<'title' | 'details', string>>;

/** Asks which of the person's groups takes an action on; where they have one, goes on with it. */
export const chooseGroup = async (turn: Turn, tools: Tools, draft: Draft): Promise<DialogAnswer> => {
  const groups = await asPerson(turn, tools, (actor) => tools.useCases.listGroups({ actor }));
  const [only] = groups;
  if (only === undefined) return { kind: 'end', text: NO_GROUP };
  if (groups.length === 1) {
    const { planId, groupKey } = only;
    const meeting = await asPerson(turn, tools, (actor) =>
      tools.useCases.viewGroupMeeting({ actor, planId, groupKey }),
    );
    return showAction(meeting, tools, draft);
  }
  const form = { groups, values: { group: '', ...draft }, problems: [] };
  return { kind: 'form', title: TITLE, card: buildGroupDialog(form, tools.cardContext()) };
};

/** Goes on with an action for the group that was chosen. */
export const openForGroup = async (
  turn: Turn,
  tools: Tools,
  { inputs }: Submission<ChooseGroupData>,
): Promise<DialogAnswer> => {
  const groups = await asPerson(turn, tools, (actor) => tools.useCases.listGroups({ actor }));
  const { group = '', title = '', details = '' } = inputs;
  const chosen = groups.find((choice) => groupValue(choice) === group);
  if (chosen === undefined) {
    const problems = [{ field: 'group', message: 'Choose a group from the list.' }];
    const form = { groups, values: { group: '', title, details }, problems };
    return { kind: 'form', title: TITLE, card: buildGroupDialog(form, tools.cardContext()) };
  }
  const { planId, groupKey } = chosen;
  const meeting = await asPerson(turn, tools, (actor) =>
    tools.useCases.viewGroupMeeting({ actor, planId, groupKey }),
  );
  return showAction(meeting, tools, { title, details });
};

const NO_GROUP = 'You are in no group of the plan. Ask a member of the group that takes this on to add it.';
