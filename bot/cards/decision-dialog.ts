import { TEXT_LIMIT } from '../../plan/answers/answer-rules.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import {
  checkBinding,
  type MeetingForm,
  meetingData,
  meetingHeading,
  meetingHint,
  problemNotice,
  problemsByField,
} from './meeting-form.ts';
import { lineOf, NOTE_LENGTH, paragraphsOf } from './plain-text.ts';
import { submissionData } from './submission.ts';
import template from './templates/decision-dialog.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

/** Decisions shown above the input, the latest; the plan holds the rest. */
const SHOWN = 5;

/** What was typed is given back whole, far beyond what may be saved; more does not fit on a card. */
const TYPED_LIMIT = 12_000;

/** The form of a decision, under those recorded so far. */
export const buildDecisionDialog = (form: MeetingForm<'decision'>, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(form, context, limit)), { most: SHOWN });

const bind = (form: MeetingForm<'decision'>, context: CardContext, limit: number) => {
  const { meeting, values, problems } = form;
  const { decisions } = meeting;
  const shown = decisions.slice(Math.max(0, decisions.length - limit));
  const more = decisions.length - shown.length;
  return {
    fallbackText: 'Record a decision',
    heading: meetingHeading(meeting),
    hint: meetingHint(meeting, 'It is kept with your name and the time. Do not name children or families.'),
    notice: problemNotice(problems),
    recorded: decisions.length > 0 ? 'Recorded so far' : '',
    decisions: shown.map((text) => ({ text: lineOf(text, NOTE_LENGTH) })),
    decisionsRest: more > 0 ? `${more} more before these.` : '',
    problems: problemsByField(['decision'], problems),
    values: { decision: paragraphsOf(values.decision, TYPED_LIMIT) },
    textLimit: TEXT_LIMIT,
    ...checkBinding(form),
    save: submissionData({ verb: 'save-decision', ...meetingData(meeting, context.submissionKey) }),
  };
};
