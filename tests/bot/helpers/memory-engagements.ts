import type { CommentForm, CoProductionResult, EngagementForm } from '../../../plan/content.ts';
import type { EngagementUseCases } from '../../../workflow/use-cases/engagements.ts';
import type { UseCases } from '../../../workflow/use-cases.ts';
import { makeCommentForm, makeEngagementForm } from './make-engagements.ts';

/** What people said, and what comes of what they send. */
export interface MemoryEngagements {
  forms: EngagementForm[];
  comments: CommentForm[];
  result: CoProductionResult;
}

export const makeEngagements = (): MemoryEngagements => ({
  forms: [makeEngagementForm()],
  comments: [makeCommentForm()],
  result: {
    words: 'Recorded Parents and carers in the engagement log.',
    problems: [],
    submissionKey: 'next-key',
  },
});

/** The engagement log and comments, over what `standing` holds. */
export function memoryEngagements(
  enter: (name: keyof UseCases, ask: object) => void,
  standing: () => MemoryEngagements,
): EngagementUseCases {
  const told = (name: keyof UseCases) => async (ask: object) => {
    enter(name, ask);
    return standing().result;
  };
  return {
    viewEngagementForms: async (ask) => {
      enter('viewEngagementForms', ask);
      return standing().forms;
    },
    viewEngagementForm: async (ask) => {
      enter('viewEngagementForm', ask);
      const [first] = standing().forms;
      return makeEngagementForm({ ...first, engagementKey: ask.engagementKey });
    },
    saveEngagement: told('saveEngagement'),
    viewCommentForms: async (ask) => {
      enter('viewCommentForms', ask);
      return standing().comments;
    },
    comment: told('comment'),
    viewYouSaid: () => Promise.reject(new Error('the page is the tab’s')),
    exportYouSaid: () => Promise.reject(new Error('the document is the tab’s')),
  };
}
