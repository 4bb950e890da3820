import { createHash } from 'node:crypto';
import { COMMENT_MARK } from '../../plan/co-production/comment-mark.ts';
import type { RowKey } from '../../plan/rows.ts';

const LENGTH = 27;

/** Names what a submission adds to the engagement log. */
export function engagementKey(submissionId: string): RowKey {
  return `engagement-${digestOf(submissionId)}`;
}

/** Names both rows of a comment: its entry in the log and its place in an item's history. */
export function commentKey(submissionId: string): RowKey {
  return `${COMMENT_MARK}${digestOf(submissionId)}`;
}

function digestOf(submissionId: string): string {
  return createHash('sha256').update(submissionId).digest('base64url').slice(0, LENGTH);
}
