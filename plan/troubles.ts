import type { ListTrouble } from './content.ts';
import type { ListName } from './glossary.ts';

/**
 * What may be wrong with the lists of a plan until a person puts it right.
 * - `LIST_MISSING`, `COLUMN_MISSING`: somebody deleted it, or made it anew as something else.
 * - `LIST_REPLACED`, `LIST_EMPTIED`, `ROWS_VANISHED`: rows are gone that nobody was seen deleting.
 * - `NO_ACCESS`, `OUT_OF_REACH`, `UNREADABLE`: the list can't be read.
 * - `ROWS_UNREAD`: an error stood in place of a row.
 * - `WRITES_REFUSED`: SharePoint does not take something that people answered.
 * - `CHANNEL_MISSING`: a group that Milepost posts for has no channel.
 * - `CHANNEL_GONE`: a group's channel is not there, or does not let Milepost in.
 * - `CHANNEL_TAKEN`: a group names a channel that another plan entered first.
 * - `SENDS_UNCLEAR`: Teams did not say whether it took a message.
 * - `NEWS_REFUSED`: Graph does not let Milepost write in people's activity feeds.
 * - `PERSON_UNREACHABLE`: Teams does not let an owner be written to.
 * - `AWAY_UNCOVERED`, `DEPUTY_AWAY`, `DEPUTY_UNKNOWN`: an owner is away, and nobody gets their reminders.
 * - `NO_TIME_LEFT`: what an owner, or who stands in for them, has chosen leaves no time to write in.
 * - `NO_GROUP`: an open item that is due names no group, so no channel hears of it.
 * - `REPORT_PART_FAILED`: a posted report has no card, or lacks a document.
 * - `REPORT_UNKNOWN`: a report is said to be posted, and what it said is not known.
 * - `TIME_ZONE`: days begin at another hour than midnight, so the site keeps another time than Milepost was told.
 */
export const TROUBLE_CODES = [
  'LIST_MISSING',
  'COLUMN_MISSING',
  'LIST_REPLACED',
  'LIST_EMPTIED',
  'ROWS_VANISHED',
  'NO_ACCESS',
  'OUT_OF_REACH',
  'UNREADABLE',
  'ROWS_UNREAD',
  'WRITES_REFUSED',
  'TIME_ZONE',
  'CHANNEL_MISSING',
  'CHANNEL_GONE',
  'CHANNEL_TAKEN',
  'PERSON_UNREACHABLE',
  'AWAY_UNCOVERED',
  'DEPUTY_AWAY',
  'DEPUTY_UNKNOWN',
  'NO_TIME_LEFT',
  'NO_GROUP',
  'SENDS_UNCLEAR',
  'NEWS_REFUSED',
  'REPORT_PART_FAILED',
  'REPORT_UNKNOWN',
] as const;
export type TroubleCode = (typeof TROUBLE_CODES)[number];

/** One thing that is wrong, as it is kept. */
export interface Trouble {
  /** `null` for the whole site. */
  readonly list: ListName | null;
  readonly code: TroubleCode;
  /** Internal name of the column, or key of the group or person it is about; empty for the whole list. */
  readonly subject: string;
  readonly detail: {
    /** How many rows it is about. */
    readonly count?: number;
    /** What people call the column. */
    readonly column?: string;
    /** Title of the group. */
    readonly group?: string;
    /** Name of the person. */
    readonly person?: string;
    /** Name of who stands in for them. */
    readonly deputy?: string;
    /** Title of the item; the first of several. */
    readonly item?: string;
  };
}

/** These often pass by themselves: people are told of them only after an hour. */
const PASSING: readonly TroubleCode[] = [
  'OUT_OF_REACH',
  'UNREADABLE',
  'ROWS_UNREAD',
  // A new group is entered column by column, and Teams at times does not know a channel that is there.
  'CHANNEL_MISSING',
  'CHANNEL_GONE',
];
const PASSING_HOURS = 1;

/** These are one group's: its chair is told too. Their subject is the key of the group. */
export const OF_CHANNELS: readonly TroubleCode[] = ['CHANNEL_MISSING', 'CHANNEL_GONE', 'CHANNEL_TAKEN'];

/** These are one board's: its chair is told too. Their subject is the key of the board. */
export const OF_REPORTS: readonly TroubleCode[] = ['REPORT_PART_FAILED', 'REPORT_UNKNOWN'];

/** These are kept one for each message or row, so that a new one is told of, and said together with a count. */
export const ONE_BY_ONE: readonly TroubleCode[] = ['SENDS_UNCLEAR', 'NO_GROUP'];

/** Whether a trouble that has been there for more than one round has lasted long enough to tell people of it. */
export function isWorthTelling(code: TroubleCode, since: Temporal.Instant, now: Temporal.Instant): boolean {
  return !PASSING.includes(code) || now.since(since).total('hours') >= PASSING_HOURS;
}

/** A trouble in words: what is wrong, and what to do about it. */
export function wordsOfTrouble(trouble: Trouble): ListTrouble {
  const { list, code } = trouble;
  const [message, remedy] = WORDS[code](
    trouble,
    list === null ? 'The SharePoint site' : `The list “${list}”`,
  );
  return { list, code, message, remedy };
}

const PROVISION = 'ask IT to run “npm run provision”';
const RECYCLE_BIN = 'the recycle bin of the SharePoint site';

const WORDS: Readonly<
  Record<TroubleCode, (trouble: Trouble, subject: string) => readonly [message: string, remedy: string]>
> = {
  LIST_MISSING: (_trouble, subject) => [
    `${subject} is not there any more, or has lost its name. Milepost keeps what it knew, and keeps what people answer until it can be written.`,
    `Restore it from ${RECYCLE_BIN}. If it cannot be restored, ${PROVISION}, which makes it again.`,
  ],
  COLUMN_MISSING: ({ subject, detail }, list) => [
    `${list} has no column “${detail.column ?? subject}” (${subject}) any more, or one that holds something else. Milepost keeps the values it knew, and writes none into it.`,
    `If there is a column of that name of another kind, rename or delete it. Then ${PROVISION}: it makes the column again, and Milepost puts the values back.`,
  ],
  LIST_REPLACED: ({ detail }, list) => [
    `${list} was deleted and made anew. Milepost still shows the ${rows(detail.count)} of the old one, and writes nothing into the new one.`,
    `Rename or delete the new list, then restore the old one from ${RECYCLE_BIN}. If the new list is meant to be used, ${ACCEPT}.`,
  ],
  LIST_EMPTIED: ({ detail }, list) => [
    `${list} is empty, though nobody was seen deleting its rows. Milepost still shows the ${rows(detail.count)} it knew, and writes nothing into the list.`,
    `Restore the rows from ${RECYCLE_BIN}, and check that Milepost may see them. If they are meant to be gone, ${ACCEPT}.`,
  ],
  ROWS_VANISHED: ({ detail }, list) => [
    `Most rows of ${lower(list)} are gone, though nobody was seen deleting them. Milepost still shows the ${rows(detail.count)} that are missing, and writes nothing into the list.`,
    `Restore the rows from ${RECYCLE_BIN}, and check that Milepost may see them. If they are meant to be gone, ${ACCEPT}.`,
  ],
  NO_ACCESS: (_trouble, subject) => [
    `Milepost may not read ${lower(subject)}. It shows what it last read, and keeps what people answer until it can be written.`,
    'Ask IT to give Milepost access again: see “Permissions” in the guide for administrators.',
  ],
  OUT_OF_REACH: (_trouble, subject) => [
    `${subject} cannot be reached. Milepost shows what it last read, and keeps what people answer until it can be written.`,
    'It goes on by itself when SharePoint answers again. If this lasts for a day, ask IT to look at Microsoft 365’s service health.',
  ],
  UNREADABLE: (_trouble, subject) => [
    `${subject} gives answers that Milepost cannot read. It shows what it last read, and keeps what people answer until it can be written.`,
    'It is tried again every minute. If this lasts for a day, give this message to whoever runs Milepost.',
  ],
  ROWS_UNREAD: (_trouble, subject) => [
    `SharePoint gave an error in place of a row of ${lower(subject)}. All other rows are up to date.`,
    'The whole list is read again by itself. If this lasts for a day, look in the list for a row that cannot be opened, and delete or restore it.',
  ],
  WRITES_REFUSED: ({ detail }, list) => [
    `${list} does not take ${detail.count === 1 ? 'something' : `${detail.count ?? 0} things`} that people answered. Each answer is kept, and stands in the list of updates.`,
    'Write “sharepoint” to see what was refused and why. Put that right, then choose Try again; or choose Give up.',
  ],
  CHANNEL_MISSING: ({ detail }, list) => [
    `${list} has no channel for the group “${detail.group}”. Milepost posts nothing for the group, and nothing of it in any other channel.`,
    `Please ${ENTER}`,
  ],
  CHANNEL_GONE: ({ detail }, list) => [
    `${list} gives the group “${detail.group}” a channel in which Milepost cannot post. It posts nothing for the group, and nothing of it in any other channel.`,
    `If the channel or its team was deleted or archived, restore it; if Milepost was taken out of the team, add it again. Otherwise ${ENTER}`,
  ],
  CHANNEL_TAKEN: ({ detail }, list) => [
    `${list} gives the group “${detail.group}” a channel that another improvement plan entered first. Milepost sends nothing there for this plan.`,
    'Enter the group’s own channel (TeamId and ChannelId) in the Groups list. If the channel is meant for this plan, it has to be taken out of the other one first.',
  ],
  SENDS_UNCLEAR: ({ detail }) => [
    `Teams did not say whether it took ${detail.count === 1 ? 'a message' : `${detail.count ?? 0} messages`}, so ${detail.count === 1 ? 'it' : 'they'} may or may not have arrived. Milepost does not send ${detail.count === 1 ? 'it' : 'them'} again by itself.`,
    'Write “deliveries” to see for whom. Look or ask whether it is there, then choose It arrived or Send again.',
  ],
  NEWS_REFUSED: () => [
    'Milepost may not write in people’s activity feeds, so directors who asked for news of the plan get none. They are sent nothing else in its place.',
    'Ask IT to give the app TeamsActivity.Send.User (the app package asks for it: update the app in Teams), and to look whether MILEPOST_GRAPH_CLIENT_ID is the app that the package names for signing in.',
  ],
  PERSON_UNREACHABLE: ({ detail }) => [
    `Teams does not let Milepost write to ${detail.person ?? 'somebody in the Owners list'}, who may have blocked or removed it. Nothing is sent to them, and nothing of theirs to anybody else; each message that came to nothing stands in the ledger.`,
    'Ask them to add Milepost in Teams again, or to write “help” to it: from then on they are written to. If they have left, choose another owner in the Owners list.',
  ],
  AWAY_UNCOVERED: ({ detail }) => [
    `${detail.person ?? SOMEBODY} is away for a week or more without a deputy, so their reminders reach nobody.`,
    DEPUTISE,
  ],
  DEPUTY_AWAY: ({ detail }) => [
    `${detail.person ?? SOMEBODY} is away, and so is the deputy${named(detail.deputy)}, so their reminders reach nobody.`,
    DEPUTISE,
  ],
  DEPUTY_UNKNOWN: ({ detail }) => [
    `${detail.person ?? SOMEBODY} is away, and the Owners list does not say which account is that of the deputy${named(detail.deputy)}, so their reminders reach nobody.`,
    'Fill in the deputy’s Entra object ID in the Owners list, or enter another deputy.',
  ],
  NO_TIME_LEFT: ({ detail }) => [
    `The days and quiet hours that ${detail.deputy ?? detail.person ?? 'somebody'} has chosen leave no time to write in, so the reminders for ${detail.person ?? 'them'} reach nobody.`,
    `Ask ${detail.deputy ?? detail.person ?? 'them'} to write “settings” to Milepost, and to leave free some of the hours in which the plan writes to people.`,
  ],
  NO_GROUP: ({ detail: { count = 1, item = '' } }, list) =>
    count === 1
      ? [
          `${list} has a row without a group that is due within four weeks or overdue: “${item}”. No channel is alerted to it, and no check-in asks about it.`,
          'Choose the group that leads it in the list: its channel hears of it from then on.',
        ]
      : [
          `${list} has ${count} rows without a group that are due within four weeks or overdue, such as “${item}”. No channel is alerted to them, and no check-in asks about them.`,
          'Choose the group that leads each of them in the list: its channel hears of them from then on.',
        ],
  REPORT_PART_FAILED: ({ detail: { count = 1, item = '' } }) => [
    count === 1
      ? `The report “${item}” was posted, but its card did not surely reach the board’s channel, or a document could not be put into the site. What was posted stands.`
      : `Of ${count} reports that were posted, such as “${item}”, a card did not surely reach the board’s channel, or a document could not be put into the site. What was posted stands.`,
    'Open the report in Milepost: its page says of each part what became of it, what to do, and has it tried again.',
  ],
  REPORT_UNKNOWN: ({ detail: { count = 1, item = '' } }, list) => [
    `${list} says that ${count === 1 ? `“${item}” was posted` : `${count} reports were posted, such as “${item}”`}, but Milepost does not know what it said, and its record among the site’s documents is of no use.`,
    'Open the report in Milepost: its page says what is wrong with the record. The recycle bin and the version history of the SharePoint site keep what was deleted or changed.',
  ],
  TIME_ZONE: ({ detail }, subject) => [
    `${subject} does not keep the time zone that Milepost was told, or a date column shows times besides days: the days of ${rows(detail.count)} begin at another hour than midnight. Milepost takes each for the day whose midnight is nearest.`,
    'Compare the time zone in the regional settings of the site with MILEPOST_SITES, and ask IT to set the same in both. If a date column was changed to show times, change it back to “date only”.',
  ],
};

/** Where a group's channel comes from. */
const ENTER =
  'enter the TeamId and ChannelId of the group’s own channel in the Groups list: both stand in the channel’s link (“Get link to channel”), where : is written %3A and @ is written %40. What is still timely is posted then.';

/** What a plan manager does where rows are meant to be gone. */
const ACCEPT = 'ask IT to run “npm run accept-list”, and Milepost forgets them';

const SOMEBODY = 'Somebody in the Owners list';

/** What a plan manager does where nobody stands in for somebody. */
const DEPUTISE =
  'Enter somebody who is there as their deputy in the Owners list, who gets the reminders meanwhile; or choose another owner for what cannot wait.';

const named = (name: string | undefined): string => (name === undefined ? '' : `, ${name}`);

const rows = (count = 0): string => (count === 1 ? 'one row' : `${count} rows`);

const lower = (subject: string): string => subject.replace(/^The /, 'the ');
