import { answerItems } from './answers/answer-items.ts';
import { answerNoChange } from './answers/answer-no-change.ts';
import { myActions } from './answers/my-actions.ts';
import { boardReportUseCases } from './board-reports/board-reports.ts';
import { makeCalendarFeed, stopCalendarFeed, viewCalendarFeeds } from './calendar/calendar-feed.ts';
import { addClosure, cancelClosure, listClosures } from './calendar/closures.ts';
import { cancelCalendarImport, confirmCalendarImport } from './calendar/confirm-calendar.ts';
import { viewCalendarImport } from './calendar/receive-calendar.ts';
import { viewPlanCalendar } from './calendar/view-calendar.ts';
import { coProductionUseCases } from './co-production/co-production.ts';
import { engagementUseCases } from './co-production/engagement-use-cases.ts';
import { markArrived, sendAgain } from './deliveries/settle-delivery.ts';
import { viewDeliveries, viewDeliveryLedger } from './deliveries/view-deliveries.ts';
import type { WorkflowDeps } from './deps.ts';
import { exportPlan } from './export/export-plan.ts';
import { cancelImport, confirmImport } from './import/confirm-import.ts';
import { listImports } from './import/list-imports.ts';
import { receiveImport, viewImport } from './import/receive-import.ts';
import { viewListsState } from './lists/state/view-lists-state.ts';
import { giveUpWrite, repeatWrite } from './lists/writing/repeat-write.ts';
import { saveGroup } from './managing/save-group.ts';
import { saveOwner } from './managing/save-owner.ts';
import { savePlanSettings } from './managing/save-plan-settings.ts';
import { viewSettings } from './managing/view-settings.ts';
import { measureUseCases } from './measures/measure-use-cases.ts';
import { addAction } from './meetings/add-action.ts';
import { cancelMeeting } from './meetings/cancel-meeting.ts';
import { closeCheckIn } from './meetings/close-check-in.ts';
import { moveMeeting } from './meetings/move-meeting.ts';
import { openCheckIn, recordCheckInCard } from './meetings/open-check-in.ts';
import { recordAttendance } from './meetings/record-attendance.ts';
import { recordDecision } from './meetings/record-decision.ts';
import { startMeeting } from './meetings/start-meeting.ts';
import { askQuestions, viewCheckIn } from './meetings/view-check-in.ts';
import { findChannelGroup, viewGroupCheckIn } from './meetings/view-group-check-in.ts';
import { listGroups, viewChannelMeeting, viewGroupMeeting, viewMeeting } from './meetings/view-meeting.ts';
import { viewNextMeeting } from './meetings/view-next-meeting.ts';
import { giveItem } from './people/give-item.ts';
import { saveSettings } from './people/save-settings.ts';
import { sayNotMine } from './people/say-not-mine.ts';
import { setAway } from './people/set-away.ts';
import { snooze } from './people/snooze.ts';
import { viewPersonal } from './people/view-personal.ts';
import { viewReminder } from './people/view-reminder.ts';
import { seeConversation } from './see-conversation.ts';
import type { UseCases } from './use-cases.ts';
import { boardSummary } from './views/board-summary.ts';
import { searchItems } from './views/search-items.ts';
import { listPlans, viewItem, viewOverview } from './views/view-plan.ts';
import { viewPlanState } from './views/view-plan-state.ts';

/** The use cases, each with what it needs at hand. */
export function createUseCases(deps: WorkflowDeps): UseCases {
  return {
    seeConversation: (seen) => seeConversation(deps, seen),
    openCheckIn: (ask) => openCheckIn(deps, ask),
    viewCheckIn: (ask) => viewCheckIn(deps, ask),
    viewGroupCheckIn: (ask) => viewGroupCheckIn(deps, ask),
    findChannelGroup: (ask) => findChannelGroup(deps, ask),
    askQuestions: (ask) => askQuestions(deps, ask),
    answerItems: (ask) => answerItems(deps, ask),
    answerNoChange: (ask) => answerNoChange(deps, ask),
    viewMeeting: (ask) => viewMeeting(deps, ask),
    viewChannelMeeting: (ask) => viewChannelMeeting(deps, ask),
    viewGroupMeeting: (ask) => viewGroupMeeting(deps, ask),
    listGroups: (ask) => listGroups(deps, ask),
    addAction: (ask) => addAction(deps, ask),
    recordDecision: (ask) => recordDecision(deps, ask),
    recordAttendance: (ask) => recordAttendance(deps, ask),
    viewNextMeeting: (ask) => viewNextMeeting(deps, ask),
    closeCheckIn: (ask) => closeCheckIn(deps, ask),
    moveMeeting: (ask) => moveMeeting(deps, ask),
    cancelMeeting: (ask) => cancelMeeting(deps, ask),
    startMeeting: (ask) => startMeeting(deps, ask),
    searchItems: (ask) => searchItems(deps, ask),
    myActions: (ask) => myActions(deps, ask),
    viewReminder: (ask) => viewReminder(deps, ask),
    sayNotMine: (ask) => sayNotMine(deps, ask),
    giveItem: (ask) => giveItem(deps, ask),
    viewPersonal: (ask) => viewPersonal(deps, ask),
    snooze: (ask) => snooze(deps, ask),
    setAway: (ask) => setAway(deps, ask),
    saveSettings: (ask) => saveSettings(deps, ask),
    boardSummary: (ask) => boardSummary(deps, ask),
    recordCheckInCard: (ask) => recordCheckInCard(deps, ask),
    listPlans: (ask) => listPlans(deps, ask),
    viewOverview: (ask) => viewOverview(deps, ask),
    viewPlanState: (ask) => viewPlanState(deps, ask),
    viewItem: (ask) => viewItem(deps, ask),
    viewListsState: (ask) => viewListsState(deps, ask),
    repeatWrite: (ask) => repeatWrite(deps, ask),
    giveUpWrite: (ask) => giveUpWrite(deps, ask),
    viewDeliveries: (ask) => viewDeliveries(deps, ask),
    viewDeliveryLedger: (ask) => viewDeliveryLedger(deps, ask),
    sendAgain: (ask) => sendAgain(deps, ask),
    markArrived: (ask) => markArrived(deps, ask),
    viewSettings: (ask) => viewSettings(deps, ask),
    savePlanSettings: (ask) => savePlanSettings(deps, ask),
    saveGroup: (ask) => saveGroup(deps, ask),
    saveOwner: (ask) => saveOwner(deps, ask),
    receiveImport: (ask) => receiveImport(deps, ask),
    viewImport: (ask) => viewImport(deps, ask),
    confirmImport: (ask) => confirmImport(deps, ask),
    cancelImport: (ask) => cancelImport(deps, ask),
    listImports: (ask) => listImports(deps, ask),
    viewCalendarImport: (ask) => viewCalendarImport(deps, ask),
    confirmCalendarImport: (ask) => confirmCalendarImport(deps, ask),
    cancelCalendarImport: (ask) => cancelCalendarImport(deps, ask),
    listClosures: (ask) => listClosures(deps, ask),
    viewPlanCalendar: (ask) => viewPlanCalendar(deps, ask),
    addClosure: (ask) => addClosure(deps, ask),
    cancelClosure: (ask) => cancelClosure(deps, ask),
    viewCalendarFeeds: (ask) => viewCalendarFeeds(deps, ask),
    makeCalendarFeed: (ask) => makeCalendarFeed(deps, ask),
    stopCalendarFeed: (ask) => stopCalendarFeed(deps, ask),
    exportPlan: (ask) => exportPlan(deps, ask),
    ...boardReportUseCases(deps),
    ...coProductionUseCases(deps),
    ...engagementUseCases(deps),
    ...measureUseCases(deps),
  };
}
