import type { UseCases } from '../../../workflow/use-cases.ts';
import { ANSWER_CALLS } from './calls/answers.ts';
import { BOARD_REPORT_CALLS } from './calls/board-reports.ts';
import { CALENDAR_CALLS } from './calls/calendar.ts';
import { CO_PRODUCTION_CALLS } from './calls/co-production.ts';
import { DELIVERY_CALLS } from './calls/deliveries.ts';
import { ENGAGEMENT_CALLS } from './calls/engagements.ts';
import { LIST_CALLS } from './calls/lists.ts';
import { MEASURE_CALLS } from './calls/measures.ts';
import { MEETING_CALLS } from './calls/meetings.ts';
import { PEOPLE_CALLS } from './calls/people.ts';
import { PLAN_CALLS } from './calls/plan.ts';
import { SETTINGS_CALLS } from './calls/settings.ts';
import type { UseCaseCall } from './calls/use-case-call.ts';

/** All of them: one that is added does not compile without its line. */
export const USE_CASE_CALLS: { readonly [K in keyof UseCases]: UseCaseCall } = {
  ...ANSWER_CALLS,
  ...MEETING_CALLS,
  ...PEOPLE_CALLS,
  ...PLAN_CALLS,
  ...LIST_CALLS,
  ...CALENDAR_CALLS,
  ...DELIVERY_CALLS,
  ...SETTINGS_CALLS,
  ...BOARD_REPORT_CALLS,
  ...CO_PRODUCTION_CALLS,
  ...ENGAGEMENT_CALLS,
  ...MEASURE_CALLS,
};
