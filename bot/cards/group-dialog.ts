import { TEXT_LIMIT } from '../../plan/answers/answer-rules.ts';
import type { FormProblem, GroupChoice } from '../../plan/content.ts';
import { TITLE_LIMIT } from '../../plan/meeting-record/new-action.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { problemNotice, problemsByField } from './meeting-form.ts';
import { lineOf, NAME_LENGTH, paragraphsOf } from './plain-text.ts';
import { submissionData } from './submission.ts';
import template from './templates/group-dialog.json' with { type: 'json' };
import { groupTitle } from './wording.ts';

const cardTemplate = createTemplate(template);

/** A message that is to become an action, and the groups that may take it on. */
export interface GroupForm {
  readonly groups: readonly GroupChoice[];
  readonly values: Readonly<Record<'group' | 'title' | 'details', string>>;
  readonly problems: readonly FormProblem[];
}

/** The value of a group's choice: plan and group. */
export const groupValue = ({ planId, groupKey }: Pick<GroupChoice, 'planId' | 'groupKey'>): string =>
  `${encodeURIComponent(planId)}/${encodeURIComponent(groupKey)}`;

/** Asks which group takes an action on, where the place does not tell. */
export const buildGroupDialog = (form: GroupForm, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(form, context, limit)), { most: form.groups.length });

const bind = ({ groups, values, problems }: GroupForm, context: CardContext, limit: number) => {
  const heading = 'Add an action';
  const shown = groups.slice(0, limit);
  const more = groups.length - shown.length;
  const inSeveralPlans = new Set(groups.map(({ planId }) => planId)).size > 1;
  return {
    fallbackText: heading,
    heading,
    hint: 'Nothing is saved before the next step. Do not name children or families.',
    notice: problemNotice(problems),
    problems: problemsByField(['group'], problems),
    groups: shown.map((group) => ({
      title: inSeveralPlans
        ? `${groupTitle(group.groupName)}, ${lineOf(group.planName, NAME_LENGTH)}`
        : groupTitle(group.groupName),
      value: groupValue(group),
    })),
    groupsRest: more > 0 ? `${more} more groups are not listed here.` : '',
    values: {
      group: values.group,
      title: lineOf(values.title, TITLE_LIMIT),
      details: paragraphsOf(values.details, TEXT_LIMIT),
    },
    titleLimit: TITLE_LIMIT,
    textLimit: TEXT_LIMIT,
    save: submissionData({ verb: 'choose-group', submissionKey: context.submissionKey }),
  };
};
