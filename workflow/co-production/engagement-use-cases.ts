import type { WorkflowDeps } from '../deps.ts';
import type { EngagementUseCases } from '../use-cases/engagements.ts';
import { comment, viewCommentForms } from './comment.ts';
import { saveEngagement } from './engagement.ts';
import { viewEngagementForm, viewEngagementForms } from './engagement-form.ts';
import { exportYouSaid, viewYouSaid } from './you-said.ts';

/** Everything about what people say outside check-ins, and what came of it. */
export function engagementUseCases(deps: WorkflowDeps): EngagementUseCases {
  return {
    viewEngagementForms: (ask) => viewEngagementForms(deps, ask),
    viewEngagementForm: (ask) => viewEngagementForm(deps, ask),
    saveEngagement: (ask) => saveEngagement(deps, ask),
    viewCommentForms: (ask) => viewCommentForms(deps, ask),
    comment: (ask) => comment(deps, ask),
    viewYouSaid: (ask) => viewYouSaid(deps, ask),
    exportYouSaid: (ask) => exportYouSaid(deps, ask),
  };
}
