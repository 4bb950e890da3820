import type { FormProblem } from '../content.ts';
import { BANK_HOLIDAY_CHOICES, GROUP_KINDS } from '../glossary.ts';
import { MAX_RHYTHM, readMeetingTime } from '../meetings/rhythm.ts';
import type { Plan } from '../plan.ts';
import type { Group } from '../rows.ts';
import { readFields } from './form-fields.ts';

/** What stands in the form of a group. */
export type GroupForm = Readonly<
  Record<
    | 'title'
    | 'kind'
    | 'chair'
    | 'author'
    | 'channel'
    | 'every'
    | 'unit'
    | 'firstMeeting'
    | 'meetingTime'
    | 'onBankHoliday'
    | 'active',
    string
  >
>;

export type GroupValues = Omit<Group, 'key' | 'itemId'>;

/** In which a rhythm is counted; blank for none. */
const UNITS = ['weeks', 'months'] as const;

export const NEW_GROUP: GroupForm = {
  title: '',
  kind: '',
  chair: '',
  author: '',
  channel: '',
  every: '',
  unit: '',
  firstMeeting: '',
  meetingTime: '',
  onBankHoliday: '',
  active: 'yes',
};

export function groupForm(group: Group): GroupForm {
  const { everyWeeks, everyMonths } = group;
  const unit = everyWeeks !== null ? 'weeks' : everyMonths !== null ? 'months' : '';
  return {
    title: group.title,
    kind: group.kind ?? '',
    chair: group.chair ?? '',
    author: group.author ?? '',
    channel: channelValue(group),
    every: String(everyWeeks ?? everyMonths ?? ''),
    unit,
    firstMeeting: group.firstMeeting ?? '',
    meetingTime: group.meetingTime ?? '',
    onBankHoliday: group.onBankHoliday ?? '',
    active: group.active === false ? 'no' : 'yes',
  };
}

/** A channel as a choice: its team’s id and its own. Blank for none. */
export function channelValue({ teamId, channelId }: Pick<Group, 'teamId' | 'channelId'>): string {
  return channelId === null ? '' : `${teamId ?? ''}|${channelId}`;
}

/**
 * Judges the form of a group.
 * @param ask.group the one it is about; `null` for a new one
 * @param ask.channels values of the channels that may be chosen
 */
export function judgeGroup(
  plan: Plan,
  form: GroupForm,
  ask: { readonly group: Group | null; readonly channels: readonly string[] },
): { readonly problems: readonly FormProblem[]; readonly values: GroupValues } {
  const fields = readFields(form);
  const others = plan.groups.filter(({ key }) => key !== ask.group?.key);
  const title = fields.title('title', {
    missing: 'Give the group a name, like “Data”.',
    taken: others.map((other) => other.title),
  });
  const kind = fields.choice('kind', GROUP_KINDS, `Choose one of ${GROUP_KINDS.join(', ')}.`);
  if (fields.text('kind') === '') fields.refuse('kind', 'Choose what kind of group it is.');
  const people = plan.owners.map(({ key }) => key);
  const isGone = 'This person is no longer in the plan. Choose somebody else.';
  const chair = fields.choice('chair', people, isGone);
  const author = fields.choice('author', people, isGone);
  const unit = fields.choice('unit', UNITS, 'Choose weeks or months, or no rhythm.');
  const every = unit === null ? null : everyOf(fields);
  const firstMeeting = fields.day('firstMeeting');
  if (unit !== null && fields.text('firstMeeting') === '')
    fields.refuse('firstMeeting', 'Choose the day of a meeting: the rhythm is counted from it.');
  const typedTime = fields.text('meetingTime');
  const meetingTime = typedTime === '' ? null : readMeetingTime(typedTime);
  if (typedTime !== '' && meetingTime === null)
    fields.refuse('meetingTime', 'Type a time such as 09:30, or leave it empty for the opening time.');
  const onBankHoliday = fields.choice(
    'onBankHoliday',
    BANK_HOLIDAY_CHOICES,
    `Choose ${BANK_HOLIDAY_CHOICES.join(' or ')}, or as the plan says.`,
  );
  return {
    problems: fields.problems,
    values: {
      title,
      kind,
      chair,
      author,
      ...channelOf(fields, others, ask.channels),
      everyWeeks: unit === 'weeks' ? every : null,
      everyMonths: unit === 'months' ? every : null,
      firstMeeting,
      meetingTime,
      onBankHoliday,
      active: form.active !== 'no',
    },
  };
}

function everyOf(fields: ReturnType<typeof readFields>): number | null {
  const every = Number(fields.text('every') || Number.NaN);
  if (Number.isInteger(every) && every >= 1 && every <= MAX_RHYTHM) return every;
  return fields.refuse('every', `Type a whole number from 1 to ${MAX_RHYTHM}, like 2.`);
}

function channelOf(
  fields: ReturnType<typeof readFields>,
  others: readonly Group[],
  channels: readonly string[],
): Pick<Group, 'teamId' | 'channelId'> {
  const chosen = fields.choice(
    'channel',
    channels,
    'Milepost is not in this channel, or it is another plan’s. Add the app there, then choose it again.',
  );
  if (chosen === null) return { teamId: null, channelId: null };
  const [teamId, ...channelId] = chosen.split('|');
  const place = { teamId: teamId || null, channelId: channelId.join('|') };
  const taken = others.find((other) => other.channelId === place.channelId && other.active !== false);
  if (taken !== undefined)
    fields.refuse('channel', `This is the channel of ${taken.title}. Each group needs a channel of its own.`);
  return place;
}
