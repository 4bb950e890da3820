import { buildActionDialog } from '../../bot/cards/action-dialog.ts';
import { buildAnswerDialog } from '../../bot/cards/answer-dialog.ts';
import { buildAttendanceDialog } from '../../bot/cards/attendance-dialog.ts';
import { buildAwayCard } from '../../bot/cards/away-card.ts';
import type { CardJson } from '../../bot/cards/card.ts';
import { buildExportWhichCard } from '../../bot/cards/choose-plan-card.ts';
import { buildDecisionDialog } from '../../bot/cards/decision-dialog.ts';
import { buildDeliveriesCard } from '../../bot/cards/deliveries-card.ts';
import { buildFoundItemCard } from '../../bot/cards/found-item-card.ts';
import { buildGroupDialog } from '../../bot/cards/group-dialog.ts';
import { buildHelpCard } from '../../bot/cards/help-card.ts';
import { buildImportPreviewCard } from '../../bot/cards/import-preview-card.ts';
import { buildListsStateCard } from '../../bot/cards/lists-state-card.ts';
import { buildCancelMeetingDialog, buildManageMeetingDialog } from '../../bot/cards/manage-meeting-dialog.ts';
import { buildMessageCard } from '../../bot/cards/message-card.ts';
import { buildMyActionsCard } from '../../bot/cards/my-actions-card.ts';
import { buildNoticeCard } from '../../bot/cards/notice-card.ts';
import { buildOpenFormCard } from '../../bot/cards/open-form-card.ts';
import { untouched } from '../../bot/cards/question-section.ts';
import { buildRankingDialog } from '../../bot/cards/ranking-dialog.ts';
import { buildReminderCard } from '../../bot/cards/reminder-card.ts';
import { buildSavedCard } from '../../bot/cards/saved-card.ts';
import { buildSettingsCard } from '../../bot/cards/settings-card.ts';
import { buildSignOffDialog } from '../../bot/cards/sign-off-dialog.ts';
import { buildSnoozeCard } from '../../bot/cards/snooze-card.ts';
import { COMMANDS } from '../../bot/handlers/commands/commands.ts';
import type { NoticeContent } from '../../plan/content.ts';
import { wordsOfTrouble } from '../../plan/troubles.ts';
import { makeSummary } from '../bot/helpers/every-summary-card.ts';
import { makeRankingForm, makeSignOffForm } from '../bot/helpers/make-co-production.ts';
import {
  cardContext,
  makeAlert,
  makeBoardReport,
  makeBoardSummary,
  makeCheckIn,
  makeDigest,
  makeForm,
  makeLine,
  makeReminder,
  makeReportReminder,
} from '../bot/helpers/make-content.ts';
import { makeTroubledDeliveries } from '../bot/helpers/make-deliveries.ts';
import {
  makeAttention,
  makeConflict,
  makeImportResult,
  makeListsState,
  makePreview,
  makeRefused,
  makeTrouble,
  makeTroubleNotice,
} from '../bot/helpers/make-lists-content.ts';
import { makeFoundItem, makeMeetingContent } from '../bot/helpers/make-meeting-content.ts';
import { makeOpened, makePersonal } from '../bot/helpers/make-personal-content.ts';

const NO_CHANNEL = wordsOfTrouble({
  list: 'Groups',
  code: 'CHANNEL_MISSING',
  subject: 'send',
  detail: { group: 'SEND' },
});

const DRAFT_WORDS =
  'This report is not posted yet, and changes with the plan until it is approved. Open it to change its words, approve it and post it.';

const NOTICES: Readonly<Record<string, NoticeContent>> = {
  'check-in': makeCheckIn(),
  'check-in-closed': makeCheckIn({ state: 'closed' }),
  'check-in-superseded': {
    kind: 'superseded',
    planId: 'alp',
    planName: 'ALP improvement plan',
    groupName: 'SEND',
    meetingWords: 'Mon 24 Jan 2022, 10:00',
  },
  alert: makeAlert(),
  digest: makeDigest(),
  summary: makeSummary(),
  reminder: makeReminder(),
  'board-summary': makeBoardSummary(),
  'board-report': makeBoardReport({ correction: null }),
  'board-report-corrected': makeBoardReport(),
  'board-report-draft': makeBoardReport({ correction: null, draftWords: DRAFT_WORDS }),
  'report-reminder': makeReportReminder(),
  'report-reminder-overdue': makeReportReminder({
    isOverdue: true,
    reportKey: null,
    awayWords: '2 days ago',
    missing: ['No draft was made.'],
  }),
  trouble: makeTroubleNotice(),
  'no-channel': makeTroubleNotice({ audience: 'chair', troubles: [NO_CHANNEL] }),
  conflict: makeConflict(),
  'import-result': makeImportResult(),
};

const PLANS = ['ALP improvement plan', 'Travel plan'].map((planName, index) => ({
  planId: `plan-${index}`,
  planName,
}));
const WHICH_GROUP = {
  groups: ['SEND', 'Data'].map((groupName) => ({
    planId: 'alp',
    planName: 'ALP improvement plan',
    groupKey: groupName,
    groupName,
    meetingKey: null,
  })),
  values: { group: '', title: 'Ring the two schools', details: '' },
  problems: [],
};
const SAVED = {
  planId: 'alp',
  heading: 'Saved 1 answer. SharePoint has it in a moment.',
  paragraphs: ['You answered 12 here. Nothing else is waiting for you.'],
};
const NOTHING = {
  heading: 'Nothing is waiting for you',
  paragraphs: ['No open item in any plan is yours.'],
};

const opened = makeOpened();
const TO_SIGN_OFF = makeReminder({
  plans: [
    {
      planId: 'alp',
      planName: 'ALP improvement plan',
      entries: [
        { why: 'to sign off', line: makeLine({ stage: 'Done awaiting sign-off' }), words: null },
        {
          why: 'not theirs',
          line: makeLine({ ref: { list: 'Recommendations', key: 'r12' }, label: '12' }),
          words: 'Joint working lead says this is not theirs: it belongs to Finance.',
        },
      ],
    },
  ],
});

/** What people do with their reminders, in their own chat. */
function personalCards(): [string, CardJson][] {
  const form = { opened, values: { forecastDue: '2022-01-31', waitingOn: 'finance' }, checked: false };
  const reason = { field: 'reason', message: 'Say why it is expected later.' };
  const notice = { text: 'Nothing was saved yet. What you typed is kept.', good: false };
  const personal = makePersonal();
  return [
    ['reminder-to-sign-off', buildReminderCard(TO_SIGN_OFF, cardContext)],
    [
      'reminder-new-date',
      buildReminderCard(makeReminder(), cardContext, {
        form: { ...form, kind: 'new date', problems: [reason] },
        notice,
      }),
    ],
    [
      'reminder-blocked',
      buildReminderCard(makeReminder(), cardContext, { form: { ...form, kind: 'blocked', problems: [] } }),
    ],
    [
      'reminder-give',
      buildReminderCard(TO_SIGN_OFF, cardContext, { form: { ...form, kind: 'give', problems: [] } }),
    ],
    ['snooze', buildSnoozeCard(personal, cardContext)],
    [
      'snoozed',
      buildSnoozeCard({ ...personal, snoozedUntil: '2022-01-27' }, cardContext, {
        words: [
          'You get no reminder before Thu 27 Jan 2022. The one message of the day is held back, with all that stands in it.',
          'Due before then: 3 (Mon 24 Jan 2022). You find them under “my actions”.',
          'Posts in your groups’ channels go on, and so do messages about something that went wrong.',
        ],
      }),
    ],
    ['away', buildAwayCard(personal, cardContext)],
    ['settings', buildSettingsCard({ ...personal, isDirector: true }, cardContext)],
  ];
}

/** One card of each kind as people see it, by the name of its picture. */
export function sampleCards(): [string, CardJson][] {
  const form = makeForm();
  const meeting = makeMeetingContent();
  const states = form.questions.map(untouched);
  const [current] = states;
  if (current === undefined) throw new Error('The form of this sample asks nothing.');
  const blank = { meeting, checked: false, problems: [] };
  const noAction = { title: '', owner: '', due: '', recommendation: '', details: '' };
  const lists = makeListsState({
    troubles: [makeTrouble()],
    attention: [makeAttention()],
    attentionCount: 1,
    refused: [makeRefused()],
    refusedCount: 1,
  });
  const asked = { form, notice: null, messages: [] };
  return [
    ...Object.entries(NOTICES).map(([name, content]): [string, CardJson] => [
      name,
      buildNoticeCard(content, cardContext).card,
    ]),
    ['answer', buildAnswerDialog({ ...asked, typed: [], untouched: states }, cardContext)],
    ['my-actions', buildMyActionsCard({ ...asked, current, done: [] }, cardContext)],
    ['add-action', buildActionDialog({ ...blank, values: noAction }, cardContext)],
    ['decision', buildDecisionDialog({ ...blank, values: { decision: '' } }, cardContext)],
    ['attendance', buildAttendanceDialog({ meeting, ticked: ['new'], problems: [] }, cardContext)],
    [
      'manage-meeting',
      buildManageMeetingDialog({ meeting, on: '2022-01-24', time: '10:00', problem: '' }, cardContext),
    ],
    ['cancel-meeting', buildCancelMeetingDialog(meeting, cardContext)],
    ['which-group', buildGroupDialog(WHICH_GROUP, cardContext)],
    ['ranking', buildRankingDialog({ form: makeRankingForm(), forOthers: false }, cardContext)],
    ['sign-off', buildSignOffDialog({ form: makeSignOffForm() }, cardContext)],
    ['open-form', buildOpenFormCard({ verb: 'add-action', meeting }, cardContext)],
    [
      'help',
      buildHelpCard(
        { commands: COMMANDS.map(({ names: [command], meaning }) => ({ command, meaning })) },
        cardContext,
      ),
    ],
    ['saved', buildSavedCard(SAVED, cardContext)],
    ['nothing-waiting', buildMessageCard(NOTHING, cardContext)],
    ['which-plan', buildExportWhichCard({ plans: PLANS, format: 'xlsx' }, cardContext)],
    ...personalCards(),
    ['found-item', buildFoundItemCard(makeFoundItem(), cardContext)],
    ['lists-state', buildListsStateCard(lists, cardContext)],
    ['deliveries', buildDeliveriesCard(makeTroubledDeliveries(), cardContext)],
    ['import-preview', buildImportPreviewCard(makePreview(), cardContext)],
  ];
}
