import { BANK_HOLIDAY_CHOICES, GROUP_KINDS } from '../../plan/glossary.ts';
import { choice, date, flag, lookup, number, text } from './columns.ts';
import { defineList } from './define-list.ts';

/** The groups that do the work, advise it or oversee it, and when they meet. */
export const groups = defineList(
  'Groups',
  {
    kind: choice('Kind', GROUP_KINDS),
    chair: lookup('Chair', 'Owners'),
    author: lookup('ReportAuthor', 'Owners'),
    teamId: text('TeamId'),
    channelId: text('ChannelId'),
    everyWeeks: number('EveryWeeks'),
    everyMonths: number('EveryMonths'),
    firstMeeting: date('FirstMeeting'),
    meetingTime: text('MeetingTime'),
    onBankHoliday: choice('OnBankHoliday', BANK_HOLIDAY_CHOICES),
    active: flag('Active'),
  },
  // The keys of its meetings hold that of the group.
  { keyIn: 'entryKey' },
);
