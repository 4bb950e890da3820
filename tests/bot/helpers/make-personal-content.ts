import type { OpenedItem, PersonalContent } from '../../../plan/content.ts';
import { makeQuestion } from './make-content.ts';

/** How somebody in one plan is written to, on Mon 24 Jan 2022; tests override what matters. */
export const makePersonal = (over: Partial<PersonalContent> = {}): PersonalContent => ({
  personName: 'Joint working lead',
  planNames: ['ALP improvement plan'],
  today: '2022-01-24',
  snoozedUntil: null,
  away: null,
  deputy: '',
  people: [
    { value: 'send-chair', name: 'SEND chair' },
    { value: 'finance-lead', name: 'Finance lead' },
  ],
  settings: {
    quietFrom: null,
    quietTo: null,
    workDays: [1, 2, 3, 4, 5],
    muted: [],
    activityFeed: false,
  },
  isDirector: false,
  hours: [{ planName: 'ALP improvement plan', opensAt: '09:00', closesAt: '17:00' }],
  submissionKey: 'own-00000001',
  ...over,
});

/** The first item of the sample reminder, opened. */
export const makeOpened = (over: Partial<OpenedItem> = {}): OpenedItem => ({
  ask: { planId: 'alp', ref: { list: 'Recommendations', key: 'r3' }, why: 'due soon' },
  last: makeQuestion().last,
  overdue: false,
  signOffBy: null,
  groups: [
    { key: 'finance', name: 'Finance' },
    { key: 'data', name: 'Data' },
  ],
  people: [
    { value: 'send-chair', name: 'SEND chair' },
    { value: 'finance-lead', name: 'Finance lead' },
  ],
  ...over,
});
