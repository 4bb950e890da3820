import { IMPACT, RANKING, SIGN_OFF } from './calls/co-production.ts';
import { COMMENT, ENGAGEMENT } from './calls/engagements.ts';
import { NEW_READING } from './calls/measures.ts';
import { RECOMMENDATION } from './calls/use-case-call.ts';
import { READING, RECORDING, ROLES, type Role, SIGNING_OFF, TAKING_PART } from './roles.ts';
import { SENT } from './things-to-settle.ts';
import { REPORTS, REPORTS_APPROVED_AT } from './two-plans.ts';

/** One address of the API, asked about one plan. */
export interface RouteCall {
  /**
   * - `anybody`: answers without a token, and says nothing of a plan.
   * - `own`: names no plan; everybody who is signed in gets what is theirs.
   * - `plan`: names a plan; whoever is not in it learns not even that it is there.
   */
  readonly about: 'anybody' | 'own' | 'plan';
  /** Who of a plan may ask it; the others are refused in words. */
  readonly may: readonly Role[];
  /** Who of them is told something of the plan. Default: all who may ask. */
  readonly isToldTo?: readonly Role[];
  /** The status for whoever is not in the plan. Default 403; 200 where nothing is told instead. */
  readonly toStrangers?: 200 | 403;
  /** The status for whoever may ask. Default 200; 500 where SharePoint is asked, which does not answer here. */
  readonly toThem?: 200 | 500;
  /** It goes on telling: only what comes first is read. */
  readonly isEndless?: true;
  /** What to ask: below `/api/v1`, of one plan. */
  path(planId: string): string;
  /** What to send, as JSON. Default: nothing. */
  readonly body?: unknown;
  /** What to send instead, as a file is. */
  readonly bytes?: string;
}

/** The first notice of plan A, which may have arrived. */
const NOTICE = 1;

/** The first write of plan A that SharePoint refused. */
const REFUSED = 2;

/** A form of the settings; new where nothing stood in it before. */
function formOf(values: object, base: object | null = null) {
  return { submissionKey: 'settings-form-1', values, base };
}

/** Address of a board's report, or of something of it. */
function reportPath(planId: string, report: keyof typeof REPORTS, rest = ''): string {
  return `/plans/${planId}/board-reports/${encodeURIComponent(REPORTS[report])}${rest}`;
}

/** Who writes in the reports of the board. */
const WRITING: readonly Role[] = ['plan manager', 'chair of the board'];

/**
 * A line for each, by method and path as the route says them below `/api/v1`. A route without its line fails the test; so
 * does one that lets in more or fewer people than its line says. The plans asked are the twins of `two-plans.ts`.
 */
export const ROUTE_CALLS: Readonly<Record<string, RouteCall>> = {
  'GET /sign-in': { about: 'anybody', may: ROLES, path: () => '/sign-in' },
  'GET /plans': { about: 'own', may: ROLES, path: () => '/plans' },
  'GET /plans/:planId/overview': {
    about: 'plan',
    may: ROLES,
    path: (planId) => `/plans/${planId}/overview`,
  },
  'GET /plans/:planId/items/:list/:key': {
    about: 'plan',
    may: ROLES,
    path: (planId) => `/plans/${planId}/items/Recommendations/rec-3`,
  },
  'GET /plans/:planId/export': {
    about: 'plan',
    may: ROLES,
    // The bytes of a file: what stands in it is looked at in tests/isolation/use-cases.test.ts.
    isToldTo: [],
    path: (planId) => `/plans/${planId}/export?format=csv`,
  },
  'GET /plans/:planId/live': {
    about: 'plan',
    may: ROLES,
    // It says that something has changed, never what.
    isToldTo: [],
    isEndless: true,
    path: (planId) => `/plans/${planId}/live`,
  },
  'GET /plans/:planId/groups/:group/check-in': {
    about: 'plan',
    may: ROLES,
    path: (planId) => `/plans/${planId}/groups/send/check-in`,
  },
  'GET /channels/:channelId/group': {
    about: 'plan',
    may: ROLES,
    toStrangers: 200,
    path: (planId) => `/channels/${encodeURIComponent(`19:${planId.slice(-1)}-send@thread.tacv2`)}/group`,
  },
  'GET /plans/:planId/deliveries': {
    about: 'plan',
    may: ROLES,
    path: (planId) => `/plans/${planId}/deliveries`,
  },
  'POST /plans/:planId/deliveries/:noticeId/again': {
    about: 'plan',
    may: ['plan manager'],
    // Says what came of it: to whom, not in which plan.
    isToldTo: [],
    path: (planId) => `/plans/${planId}/deliveries/${NOTICE}/again`,
    body: { attempt: 1 },
  },
  'POST /plans/:planId/deliveries/:noticeId/arrived': {
    about: 'plan',
    may: ['plan manager'],
    isToldTo: [],
    path: (planId) => `/plans/${planId}/deliveries/${NOTICE}/arrived`,
    body: { attempt: 1 },
  },
  'GET /plans/:planId/board-reports': {
    about: 'plan',
    may: ROLES,
    path: (planId) => `/plans/${planId}/board-reports`,
  },
  'GET /plans/:planId/board-reports/:key': {
    about: 'plan',
    may: ROLES,
    path: (planId) => reportPath(planId, 'posted'),
  },
  'PUT /plans/:planId/board-reports/:key/sections/:section': {
    about: 'plan',
    may: WRITING,
    path: (planId) => reportPath(planId, 'draft', '/sections/asked'),
    body: { words: 'Agree the new centre.', isInternal: null, version: 0 },
  },
  'POST /plans/:planId/board-reports/:key/approve': {
    about: 'plan',
    may: [...WRITING, 'director'],
    path: (planId) => reportPath(planId, 'draft', '/approve'),
  },
  'POST /plans/:planId/board-reports/:key/reopen': {
    about: 'plan',
    may: [...WRITING, 'director'],
    path: (planId) => reportPath(planId, 'approved', '/reopen'),
  },
  'POST /plans/:planId/board-reports/:key/post': {
    about: 'plan',
    may: ['chair of the board'],
    path: (planId) => reportPath(planId, 'approved', '/post'),
    body: { submission: 'post-the-report', approvedAt: REPORTS_APPROVED_AT },
  },
  'POST /plans/:planId/board-reports/:key/correct': {
    about: 'plan',
    may: ['chair of the board'],
    path: (planId) => reportPath(planId, 'posted', '/correct'),
    body: { words: 'The number of places was wrong.', submission: 'correct-the-report' },
  },
  'POST /plans/:planId/board-reports/:key/retry': {
    about: 'plan',
    may: WRITING,
    path: (planId) => reportPath(planId, 'posted', '/retry'),
    body: { part: 'pdf', version: 1 },
  },
  'GET /plans/:planId/board-reports/:key/papers/:paper': {
    about: 'plan',
    may: ROLES,
    path: (planId) => reportPath(planId, 'posted', '/papers/report?format=pdf'),
  },
  'GET /plans/:planId/closures': {
    about: 'plan',
    may: ['plan manager'],
    path: (planId) => `/plans/${planId}/closures`,
  },
  'POST /plans/:planId/closures': {
    about: 'plan',
    may: ['plan manager'],
    path: (planId) => `/plans/${planId}/closures`,
    body: {
      submissionKey: 'closure-form-1',
      closure: { title: 'Summer', from: '2022-07-25', to: '2022-09-02', kind: 'Quiet', groups: [] },
    },
  },
  'POST /plans/:planId/closures/:key/cancel': {
    about: 'plan',
    may: ['plan manager'],
    path: (planId) => `/plans/${planId}/closures/${SENT.closureKey}/cancel`,
    body: {},
  },
  'POST /plans/:planId/calendars/:key/confirm': {
    about: 'plan',
    may: ['plan manager'],
    // Says how many days were taken over, not which.
    isToldTo: [],
    path: (planId) => `/plans/${planId}/calendars/${SENT.draftKey}/confirm`,
    body: { kind: 'Quiet' },
  },
  'POST /plans/:planId/calendars/:key/cancel': {
    about: 'plan',
    may: ['plan manager'],
    isToldTo: [],
    path: (planId) => `/plans/${planId}/calendars/${SENT.draftKey}/cancel`,
    body: {},
  },
  'POST /plans/:planId/calendar-address': {
    about: 'plan',
    may: ['plan manager'],
    isToldTo: [],
    path: (planId) => `/plans/${planId}/calendar-address`,
    body: {},
  },
  'POST /plans/:planId/calendar-address/stop': {
    about: 'plan',
    may: ['plan manager'],
    isToldTo: [],
    path: (planId) => `/plans/${planId}/calendar-address/stop`,
    body: {},
  },
  'GET /plans/:planId/imports': {
    about: 'plan',
    may: ['plan manager'],
    path: (planId) => `/plans/${planId}/imports`,
  },
  'POST /plans/:planId/imports': {
    about: 'plan',
    may: ['plan manager'],
    path: (planId) => `/plans/${planId}/imports?name=plan.csv`,
    bytes: 'Number,Recommendation\n3,Written anew\n',
  },
  'POST /plans/:planId/imports/:importKey/preview': {
    about: 'plan',
    may: ['plan manager'],
    path: (planId) => `/plans/${planId}/imports/${SENT.importKey}/preview`,
    body: {},
  },
  'POST /plans/:planId/imports/:importKey/confirm': {
    about: 'plan',
    may: ['plan manager'],
    path: (planId) => `/plans/${planId}/imports/${SENT.importKey}/confirm`,
    body: {},
  },
  'POST /plans/:planId/imports/:importKey/cancel': {
    about: 'plan',
    may: ['plan manager'],
    // It is forgotten.
    isToldTo: [],
    path: (planId) => `/plans/${planId}/imports/${SENT.importKey}/cancel`,
    body: {},
  },
  'POST /plans/:planId/lists/refused/:outboxId/again': {
    about: 'plan',
    may: ['plan manager'],
    isToldTo: [],
    toThem: 500,
    path: (planId) => `/plans/${planId}/lists/refused/${REFUSED}/again`,
    body: {},
  },
  'POST /plans/:planId/lists/refused/:outboxId/give-up': {
    about: 'plan',
    may: ['plan manager'],
    isToldTo: [],
    toThem: 500,
    path: (planId) => `/plans/${planId}/lists/refused/${REFUSED}/give-up`,
    body: {},
  },
  'GET /plans/:planId/lists': {
    about: 'plan',
    may: ROLES,
    isToldTo: ['plan manager'],
    toStrangers: 200,
    path: (planId) => `/plans/${planId}/lists`,
  },
  'GET /plans/:planId/settings': {
    about: 'plan',
    may: ['plan manager'],
    path: (planId) => `/plans/${planId}/settings`,
  },
  'POST /plans/:planId/settings/plan': {
    about: 'plan',
    may: ['plan manager'],
    path: (planId) => `/plans/${planId}/settings/plan`,
    body: formOf({ toleranceDays: '21' }, { toleranceDays: '14' }),
  },
  'POST /plans/:planId/settings/groups': {
    about: 'plan',
    may: ['plan manager'],
    path: (planId) => `/plans/${planId}/settings/groups`,
    body: formOf({ title: 'Transport', kind: 'Operational' }),
  },
  'POST /plans/:planId/settings/groups/:key': {
    about: 'plan',
    may: ['plan manager'],
    path: (planId) => `/plans/${planId}/settings/groups/send`,
    body: formOf({ meetingTime: '11:00' }, { meetingTime: '10:00' }),
  },
  'POST /plans/:planId/settings/owners': {
    about: 'plan',
    may: ['plan manager'],
    path: (planId) => `/plans/${planId}/settings/owners`,
    body: formOf({ title: 'Transport lead', email: 'transport@alp.example' }),
  },
  'POST /plans/:planId/settings/owners/:key': {
    about: 'plan',
    may: ['plan manager'],
    path: (planId) => `/plans/${planId}/settings/owners/both`,
    body: formOf({ deputy: 'owner' }, { deputy: '' }),
  },
  'GET /plans/:planId/co-production': {
    about: 'plan',
    may: ROLES,
    path: (planId) => `/plans/${planId}/co-production`,
  },
  'POST /plans/:planId/rankings': {
    about: 'plan',
    may: ['member of a reference group'],
    path: (planId) => `/plans/${planId}/rankings`,
    body: { submissionKey: 'ranking-form-1', ranking: RANKING },
  },
  'POST /plans/:planId/sign-offs': {
    about: 'plan',
    may: SIGNING_OFF,
    path: (planId) => `/plans/${planId}/sign-offs`,
    body: { submissionKey: 'sign-off-form-1', signOff: SIGN_OFF },
  },
  'POST /plans/:planId/sign-off-by': {
    about: 'plan',
    may: ['plan manager'],
    path: (planId) => `/plans/${planId}/sign-off-by`,
    body: { submissionKey: 'sign-off-by-form-1', ref: RECOMMENDATION, groupKey: 'parents' },
  },
  'POST /plans/:planId/impact-checks': {
    about: 'plan',
    may: [...TAKING_PART, 'member of a reference group'],
    path: (planId) => `/plans/${planId}/impact-checks`,
    body: { submissionKey: 'impact-form-1', impact: IMPACT },
  },
  'POST /plans/:planId/engagements': {
    about: 'plan',
    may: RECORDING,
    path: (planId) => `/plans/${planId}/engagements`,
    body: { submissionKey: 'engagement-form-1', engagement: ENGAGEMENT },
  },
  'POST /plans/:planId/engagements/:key': {
    about: 'plan',
    may: ['plan manager'],
    path: (planId) => `/plans/${planId}/engagements/engagement-1`,
    body: {
      submissionKey: 'engagement-form-2',
      engagement: { ...ENGAGEMENT, answer: 'We could not', outcome: 'There is no money for it' },
    },
  },
  'POST /plans/:planId/comments': {
    about: 'plan',
    may: SIGNING_OFF,
    path: (planId) => `/plans/${planId}/comments`,
    body: { submissionKey: 'comment-form-1', comment: COMMENT },
  },
  'GET /plans/:planId/you-said': {
    about: 'plan',
    may: ROLES,
    path: (planId) => `/plans/${planId}/you-said`,
  },
  'GET /plans/:planId/measures': {
    about: 'plan',
    may: ROLES,
    path: (planId) => `/plans/${planId}/measures`,
  },
  'POST /plans/:planId/readings': {
    about: 'plan',
    may: READING,
    path: (planId) => `/plans/${planId}/readings`,
    body: { submissionKey: 'reading-form-1', reading: NEW_READING },
  },
};
