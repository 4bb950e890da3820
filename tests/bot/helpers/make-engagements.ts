import type { CommentForm, EngagementForm } from '../../../plan/content.ts';

export const makeEngagementForm = (overrides: Partial<EngagementForm> = {}): EngagementForm => ({
  planId: 'alp-improvement',
  planName: 'ALP improvement plan',
  engagementKey: null,
  input: {
    title: 'Parents and carers',
    on: '2022-01-10',
    purpose: '',
    said: '',
    outcome: '',
    theme: '',
    answer: '',
    voices: '',
  },
  groupNames: ['Education settings', 'Parents and carers'],
  themes: [
    { key: 'theme-1', title: 'Better data and finance reports' },
    { key: 'theme-2', title: 'Clear communication and engagement' },
  ],
  open: [],
  submissionKey: 'engagement-form-1',
  ...overrides,
});

export const makeCommentForm = (overrides: Partial<CommentForm> = {}): CommentForm => ({
  planId: 'alp-improvement',
  planName: 'ALP improvement plan',
  groupKey: 'parents',
  groupName: 'Parents and carers',
  items: [
    { ref: { list: 'Recommendations', key: 'rec-3' }, label: '3', title: 'Agree a protocol' },
    { ref: { list: 'Actions', key: 'action-7' }, label: 'A7', title: 'Draft the protocol' },
  ],
  themes: [{ key: 'theme-1', title: 'Better data and finance reports' }],
  mayRecordForOthers: true,
  submissionKey: 'comment-form-1',
  ...overrides,
});
