import type { MeetingContent } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate } from './card.ts';
import { meetingData } from './meeting-form.ts';
import { submissionData } from './submission.ts';
import template from './templates/open-form-card.json' with { type: 'json' };
import { groupTitle, joinDots } from './wording.ts';

const cardTemplate = createTemplate(template);

/** Forms about a meeting that can be asked for by message, and what their button says. */
export const FORM_BUTTONS = {
  'add-action': 'Add action',
  'record-decision': 'Record decision',
  attendance: 'Attendance',
} as const;
export type FormVerb = keyof typeof FORM_BUTTONS;

/** One button that opens a form: a message can't open one by itself. */
export const buildOpenFormCard = (
  { verb, meeting }: { readonly verb: FormVerb; readonly meeting: MeetingContent },
  context: CardContext,
): CardJson => {
  const button = FORM_BUTTONS[verb];
  const { groupName, meetingWords } = meeting;
  const hint = joinDots([groupTitle(groupName), meetingWords && `meeting ${meetingWords}`]);
  return cardTemplate.expandCard({
    fallbackText: `${button}: ${hint}`,
    heading: button,
    hint,
    button,
    open: {
      msteams: { type: 'task/fetch' },
      ...submissionData({ verb, ...meetingData(meeting, context.submissionKey) }),
    },
  });
};
