import { AppError } from '../../plan/errors.ts';
import type { Group } from '../../plan/rows.ts';

/** For a meeting whose row was deleted, or that the group's rhythm no longer names. @param message for the log */
export function meetingGone(message = 'meeting is not in the plan'): AppError {
  return new AppError({
    code: 'STALE',
    message,
    userMessage: 'This meeting is no longer in the plan. Write “check in” for the current one.',
  });
}

/** For a group that has no meeting to come. */
export function noneAhead({ title }: Pick<Group, 'title'>): AppError {
  return new AppError({
    code: 'NOT_FOUND',
    message: 'group has no meeting ahead',
    userMessage: `No meeting of the ${title} group is planned. A plan manager can set its first meeting in the Groups list.`,
  });
}

/** For a board, a reference group, or a group that is not active. */
export function noCheckIns({ title }: Pick<Group, 'title'>): AppError {
  return new AppError({
    code: 'BAD_INPUT',
    message: 'asked of a group that does not check in',
    userMessage: `The ${title} does not check in. Check-ins belong to the operational groups that are active.`,
  });
}
