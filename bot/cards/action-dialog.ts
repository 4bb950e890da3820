import { TEXT_LIMIT } from '../../plan/answers/answer-rules.ts';
import type { ActionInput, MeetingContent } from '../../plan/content.ts';
import { TITLE_LIMIT } from '../../plan/meeting-record/new-action.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import {
  checkBinding,
  type MeetingForm,
  meetingData,
  meetingHeading,
  meetingHint,
  nameChoice,
  problemNotice,
  problemsByField,
} from './meeting-form.ts';
import { lineOf, NAME_LENGTH, paragraphsOf } from './plain-text.ts';
import { submissionData } from './submission.ts';
import template from './templates/action-dialog.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

/** Fields of the form; each is the id of its input. */
export const ACTION_FIELDS = [
  'title',
  'owner',
  'due',
  'recommendation',
  'details',
] as const satisfies readonly (keyof ActionInput)[];
export type ActionField = (typeof ACTION_FIELDS)[number];

/** The choice of no recommendation: not every host lets a choice be emptied. */
export const NO_RECOMMENDATION = '-';

/** A list that is no longer is looked through, which every host shows alike; a longer one is searched by typing. */
const SHORT_LIST = 40;

/** What was typed is given back whole, far beyond what may be saved; more does not fit on a card. */
const TYPED_LIMITS = { title: 2_000, details: 10_000, choice: 200 } as const;

/** The form of a new action. What was typed stands in it again. */
export const buildActionDialog = (form: MeetingForm<ActionField>, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(form, context, limit)), {
    most: Math.max(form.meeting.people.length, form.meeting.recommendations.length),
  });

const bind = (form: MeetingForm<ActionField>, context: CardContext, limit: number) => {
  const { meeting, values, problems } = form;
  const people = choicesOf(peopleChoices(meeting), values.owner, limit);
  const recommendations = choicesOf(recommendationChoices(meeting), values.recommendation, limit);
  return {
    fallbackText: 'Add an action',
    heading: meetingHeading(meeting),
    hint: meetingHint(meeting, 'Do not name children or families.'),
    notice: problemNotice(problems),
    problems: problemsByField(ACTION_FIELDS, problems),
    values: {
      title: lineOf(values.title, TYPED_LIMITS.title),
      owner: lineOf(values.owner, TYPED_LIMITS.choice),
      due: lineOf(values.due, TYPED_LIMITS.choice),
      recommendation: lineOf(values.recommendation, TYPED_LIMITS.choice) || NO_RECOMMENDATION,
      details: paragraphsOf(values.details, TYPED_LIMITS.details),
    },
    people: people.shown,
    peopleRest: people.more > 0 ? `${people.more} more people: type a name to find them.` : '',
    recommendationStyle: meeting.recommendations.length <= SHORT_LIST ? 'compact' : 'filtered',
    recommendations: [{ title: 'None', value: NO_RECOMMENDATION }, ...recommendations.shown],
    recommendationsRest:
      recommendations.more > 0 ? `${recommendations.more} more recommendations are not listed here.` : '',
    titleLimit: TITLE_LIMIT,
    textLimit: TEXT_LIMIT,
    ...checkBinding(form),
    save: submissionData({ verb: 'save-action', ...meetingData(meeting, context.submissionKey) }),
  };
};

interface Choice {
  readonly title: string;
  readonly value: string;
}

/** As the people picker gives people: by their directory id, where they have one. */
const peopleChoices = ({ people }: MeetingContent): Choice[] =>
  people.map(({ key, entraObjectId, name }) => ({ title: nameChoice(name), value: entraObjectId ?? key }));

const recommendationChoices = ({ recommendations }: MeetingContent): Choice[] =>
  recommendations.map(({ key, label, title }) => ({
    title: lineOf(`${lineOf(label, 20)} ${title}`, NAME_LENGTH),
    value: key,
  }));

/** The first choices, and the one that is chosen. */
const choicesOf = (choices: readonly Choice[], chosen: string, limit: number) => {
  const shown = choices.filter(({ value }, index) => index < limit || value === chosen);
  return { shown, more: choices.length - shown.length };
};
