import {
  ANSWER_VERBS,
  type AnswerData,
  type AnswerVerb,
  type CalendarData,
  type CalendarVerb,
  CHOOSE_GROUP_VERB,
  type ChooseGroupData,
  type DeliveriesData,
  type DeliveriesVerb,
  EXPORT_VERB,
  type ExportData,
  GROUP_VERBS,
  type GroupData,
  type GroupVerb,
  type ImportData,
  type ImportVerb,
  isSubmission,
  type ListsData,
  type ListsVerb,
  MEETING_VERBS,
  type MeetingData,
  type MeetingVerb,
  type PersonalData,
  type PersonalVerb,
  parseSubmission,
  SAID_VERBS,
  type SaidData,
  type SaidVerb,
  type Submission,
  type SubmissionData,
  type Verb,
} from '../cards/submission.ts';
import type { InvokeAnswer, Turn } from '../turn/turn.ts';
import { answerItem, noChangeItem, showItem } from './answers/answer-in-place.ts';
import { noChangeAll, refresh, showPage } from './answers/check-in-card.ts';
import { apologyFor, factsOfPress } from './apology.ts';
import { makeCalendarAddress, stopCalendarAddress } from './calendar/address.ts';
import { cancelClosure, saveClosure, showClosureForm, showClosures } from './calendar/closures.ts';
import { chooseCalendarPlan, forgetCalendar, importCalendar } from './calendar/import-calendar.ts';
import { markArrived, sendAgain, showDeliveries } from './deliveries-in-place.ts';
import { cancel, choosePlan, confirm, lookAgain } from './files/import-in-place.ts';
import { exportChosen } from './files/offer-export.ts';
import { giveUpWrite, repeatWrite, showListsState } from './lists-in-place.ts';
import { comeBack, saveAway, showAway } from './personal/away.ts';
import { askItem, goOn, sayItem, showReminder } from './personal/reminder-in-place.ts';
import { saveSettings, showSettings } from './personal/settings.ts';
import { saveSnooze, showSnooze, undoSnooze } from './personal/snooze.ts';
import { CARD_NOT_READ, type Reply, say, type Tools } from './tools.ts';

type CardAction<Data extends SubmissionData> = (
  turn: Turn,
  tools: Tools,
  submission: Submission<Data>,
) => Promise<Reply>;

type CardActions = Record<AnswerVerb, CardAction<AnswerData>> &
  Record<MeetingVerb, CardAction<MeetingData>> &
  Record<typeof CHOOSE_GROUP_VERB, CardAction<ChooseGroupData>> &
  Record<PersonalVerb, CardAction<PersonalData>> &
  Record<ListsVerb, CardAction<ListsData>> &
  Record<DeliveriesVerb, CardAction<DeliveriesData>> &
  Record<ImportVerb, CardAction<ImportData>> &
  Record<CalendarVerb, CardAction<CalendarData>> &
  Record<typeof EXPORT_VERB, CardAction<ExportData>> &
  Record<GroupVerb, CardAction<GroupData>> &
  Record<SaidVerb, CardAction<SaidData>>;

/** Files, the state of the lists and deliveries are one person's, wherever a button of theirs is pressed. */
const OWN_CHAT = 'This works in our own chat only.';

const NO_DIALOGS =
  'This app can’t show the form here. Write “my actions” to me in our own chat to answer there, or open the card in Teams.';

/** Buttons whose work is done in a dialog, pressed where the host knows none. */
const inDialog = async (): Promise<Reply> => say(NO_DIALOGS);

/** What works where the group can see it; all else is one person's. */
const OF_GROUPS: readonly Verb[] = [
  ...ANSWER_VERBS,
  ...MEETING_VERBS,
  ...GROUP_VERBS,
  ...SAID_VERBS,
  CHOOSE_GROUP_VERB,
];

/** What each button does where no dialog is at hand. */
const ACTIONS: Readonly<CardActions> = {
  'answer-mine': inDialog,
  'save-answers': inDialog,
  'no-change-all': noChangeAll,
  'answer-item': answerItem,
  'no-change-item': noChangeItem,
  'show-item': showItem,
  refresh,
  'show-page': showPage,
  'add-action': inDialog,
  'save-action': inDialog,
  'record-decision': inDialog,
  'save-decision': inDialog,
  attendance: inDialog,
  'save-attendance': inDialog,
  'manage-meeting': inDialog,
  'close-check-in': inDialog,
  'move-meeting': inDialog,
  'cancel-meeting': inDialog,
  [CHOOSE_GROUP_VERB]: inDialog,
  rank: inDialog,
  'save-ranking': inDialog,
  'sign-off': inDialog,
  'save-sign-off': inDialog,
  'log-engagement': inDialog,
  'save-engagement': inDialog,
  outcome: inDialog,
  'save-outcome': inDialog,
  comment: inDialog,
  'save-comment': inDialog,
  reading: inDialog,
  'save-reading': inDialog,
  'show-reminder': showReminder,
  'ask-item': askItem,
  'say-item': sayItem,
  'go-on': goOn,
  'show-snooze': showSnooze,
  'save-snooze': saveSnooze,
  'undo-snooze': undoSnooze,
  'show-away': showAway,
  'save-away': saveAway,
  'come-back': comeBack,
  'show-settings': showSettings,
  'save-settings': saveSettings,
  'lists-state': showListsState,
  'repeat-write': repeatWrite,
  'give-up-write': giveUpWrite,
  'show-deliveries': showDeliveries,
  'send-again': sendAgain,
  'mark-arrived': markArrived,
  'choose-plan': choosePlan,
  'look-again': lookAgain,
  import: confirm,
  'cancel-import': cancel,
  'choose-calendar-plan': chooseCalendarPlan,
  'import-calendar': importCalendar,
  'forget-calendar': forgetCalendar,
  'show-closures': showClosures,
  'show-closure-form': showClosureForm,
  'save-closure': saveClosure,
  'cancel-closure': cancelClosure,
  'make-calendar-address': makeCalendarAddress,
  'stop-calendar-address': stopCalendarAddress,
  [EXPORT_VERB]: exportChosen,
};

/** Does what a button asks for. Never throws: what can't be done is said. */
export const runCardAction = async (value: unknown, turn: Turn, tools: Tools): Promise<Reply> => {
  const submission = parseSubmission(value);
  if (!submission) {
    tools.log.warn({ ours: isSubmission(value) }, 'A card’s data could not be read');
    return say(CARD_NOT_READ);
  }
  if (!OF_GROUPS.includes(submission.data.verb) && turn.place !== 'personal') return say(OWN_CHAT);
  // Reading ties each verb to the data its action takes.
  const act = ACTIONS[submission.data.verb] as CardAction<SubmissionData>;
  try {
    return await act(turn, tools, submission);
  } catch (error) {
    return say(apologyFor(error, tools, factsOfPress(submission)));
  }
};

/** A reply as the answer to an Action.Execute. */
export const toExecuteAnswer = (reply: Reply): InvokeAnswer => ({
  status: 200,
  body:
    reply.kind === 'card'
      ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card }
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.text },
});
