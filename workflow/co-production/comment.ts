import { applyComment, mayComment } from '../../plan/co-production/comment.ts';
import { commentForm } from '../../plan/co-production/engagement-forms.ts';
import {
  mayRecordForOthers,
  referenceGroup,
  referenceGroups,
} from '../../plan/co-production/sign-off-people.ts';
import type { CommentForm, CoProductionResult } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import type { Group } from '../../plan/rows.ts';
import { appendUpdates } from '../../store/updates.ts';
import { lockItem } from '../answers/lock-item.ts';
import { findPlansOf, type KnownActor, refuse, requireActor, requireChannelGroup } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { addRow } from '../write-row.ts';
import { commentKey } from './engagement-key.ts';
import { itemIsGone } from './sign-off-record.ts';
import { submit } from './submit.ts';

/** Records what a reference group says: in the engagement log, and of an item in its history, which stands as it stood. */
export async function comment(
  deps: WorkflowDeps,
  { actor, planId, submissionKey, comment: input }: Parameters<UseCases['comment']>[0],
): Promise<CoProductionResult> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  const group = requireCommenter({ plan, owner }, referenceGroup(plan, input.groupKey));
  if (input.voices.trim() !== '' && !mayRecordForOthers(plan, owner, group.key))
    throw refuse('Only whoever leads this group and plan managers record for other people.');
  return submit(deps, { plan, owner, submissionKey, asked: input }, async (tx, { submissionId }) => {
    const locked = input.ref === null ? null : await lockItem(tx, plan, input.ref);
    if (input.ref !== null && locked === null) throw itemIsGone();
    const now = deps.clock.now();
    const key = commentKey(submissionId);
    const outcome = applyComment({ plan: locked?.plan ?? plan, group, input, by: owner, key, now });
    if (outcome.problems !== undefined) return outcome;
    const { engagement, update, words } = outcome;
    await addRow(tx, planId, { list: 'Engagement log', row: engagement, said: { by: owner, now } });
    await appendUpdates(tx, planId, update === null ? [] : [update]);
    return { words };
  });
}

/** The dialog to comment in, for each group that the person may speak for; in a channel for its own. */
export async function viewCommentForms(
  deps: WorkflowDeps,
  { actor, channelId }: Parameters<UseCases['viewCommentForms']>[0],
): Promise<readonly CommentForm[]> {
  if (channelId !== undefined) {
    const { group, ...known } = await requireChannelGroup(deps, actor, channelId);
    const meant = requireCommenter(known, referenceGroup(known.plan, group.key));
    return [commentForm(known.plan, known.owner, meant, deps.newKey())];
  }
  return (await findPlansOf(deps, actor)).flatMap(({ plan, owner }) =>
    referenceGroups(plan)
      .filter(({ key }) => mayComment(plan, owner, key))
      .map((group) => commentForm(plan, owner, group, deps.newKey())),
  );
}

function requireCommenter({ plan, owner }: KnownActor, group: Group | null): Group {
  if (group === null) {
    throw new AppError({
      code: 'NOT_FOUND',
      message: 'no such reference group in the plan',
      userMessage: 'Reference groups comment on the plan. This is none of them.',
    });
  }
  if (mayComment(plan, owner, group.key)) return group;
  throw refuse('Only people of a reference group, whoever leads it and plan managers comment for it.');
}
