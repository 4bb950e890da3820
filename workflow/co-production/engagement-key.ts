import { createHash } from 'node:crypto';
import { COMMENT_MARK } from '../../plan/co-production/comment-mark.ts';
import type { ItemRef } from '../../plan/plan.ts';
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

/** Names what a group decided of an item. A submission begins with whose it is, which is nobody's business in a list. */
export function signOffKey(submissionId: string, { list, key }: ItemRef): RowKey {
  return `signoff/${digestOf(submissionId)}/${list[0]}${key}`;
}

/** Names what an impact check came to, among everything that is said. */
export function impactName(submissionId: string): string {
  return digestOf(submissionId);
}

function digestOf(submissionId: string): string {
  return createHash('sha256').update(submissionId).digest('base64url').slice(0, LENGTH);
}
