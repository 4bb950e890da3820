import type { FormProblem, MeetingContent, PersonChoice } from '../../plan/content.ts';
import type { RowKey } from '../../plan/rows.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import {
  meetingData,
  meetingHeading,
  meetingHint,
  nameChoice,
  problemNotice,
  problemsByField,
} from './meeting-form.ts';
import { choiceText, NAME_LENGTH } from './plain-text.ts';
import { submissionData } from './submission.ts';
import template from './templates/attendance-dialog.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

/** The inputs that bring who was there, as keys with commas between them. */
export const ATTENDANCE_INPUTS = ['members', 'others'] as const;

/** Who was there, to be ticked. */
export interface AttendanceForm {
  readonly meeting: MeetingContent;
  /** Who is ticked. */
  readonly ticked: readonly RowKey[];
  readonly problems: readonly FormProblem[];
}

/** The form of who was there. Whoever is ticked is listed, however many there are: nobody is unticked unseen. */
export const buildAttendanceDialog = (form: AttendanceForm, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(form, context, limit)), {
    most: form.meeting.people.length,
  });

const bind = ({ meeting, ticked, problems }: AttendanceForm, context: CardContext, limit: number) => {
  const isTicked = ({ key }: PersonChoice) => ticked.includes(key);
  const listed = meeting.people.filter((person, index) => index < limit || isTicked(person));
  const members = listed.filter(({ isMember }) => isMember);
  const others = listed.filter(({ isMember }) => !isMember);
  const more = meeting.people.length - listed.length;
  return {
    fallbackText: 'Who was there?',
    heading: meetingHeading(meeting),
    hint: meetingHint(
      meeting,
      `${meeting.attendanceRecorded ? '' : 'Whoever has answered is ticked. '}Leave nobody ticked to say that nobody was there.`,
    ),
    notice: problemNotice(problems),
    problems: problemsByField(['attendees'], problems),
    hasMembers: members.length > 0,
    members: members.map(choiceOf),
    membersThere: members.filter(isTicked).map(keyOf).join(','),
    hasOthers: others.length > 0,
    others: others.map(choiceOf),
    othersThere: others.filter(isTicked).map(keyOf).join(','),
    rest: more > 0 ? `${more} more people are not listed here.` : '',
    save: submissionData({ verb: 'save-attendance', ...meetingData(meeting, context.submissionKey) }),
  };
};

const keyOf = ({ key }: PersonChoice): RowKey => key;
const choiceOf = ({ key, name }: PersonChoice) => ({
  title: choiceText(nameChoice(name), NAME_LENGTH),
  value: key,
});
