import { isChairOf, isDeputyOf, isPlanManager, mayReadPlan, standInFor } from '../people.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Group, IsoDate, Owner, RowKey } from '../rows.ts';

/** Who writes the reports of a board: whoever is named, else its chair. */
function isAuthorOf(plan: Plan, person: Owner, board: Group): boolean {
  const author = board.author ?? null;
  return author === null ? isChairOf(plan, person, board) : author === person.key;
}

/** The board's chair, its author and plan managers write in its reports. */
export function mayEditReport(plan: Plan, person: Owner, board: Group): boolean {
  if (!mayReadPlan(plan, person)) return false;
  return isPlanManager(person) || isChairOf(plan, person, board) || isAuthorOf(plan, person, board);
}

/** Whether somebody's word on a report counts at all: the board's chair, plan managers and Directors. */
export function isApprover(plan: Plan, person: Owner, board: Group): boolean {
  if (!mayReadPlan(plan, person)) return false;
  return isPlanManager(person) || isChairOf(plan, person, board) || person.roles.includes('Director');
}

/**
 * Of those, where the plan asks for a second person, whoever neither writes the board's reports nor wrote in this one.
 * @param writers keys of the owners who wrote in it
 */
export function mayApproveReport(
  plan: Plan,
  person: Owner,
  board: Group,
  writers: readonly RowKey[],
): boolean {
  return isApprover(plan, person, board) && !isSecondPersonMissing(plan, person, board, writers);
}

/** The plan asks for a second person, and this one wrote in the report or is its author. */
export function isSecondPersonMissing(
  plan: Plan,
  person: Owner,
  board: Group,
  writers: readonly RowKey[],
): boolean {
  if (plan.settings.reportApproval !== 'A second person') return false;
  return writers.includes(person.key) || isAuthorOf(plan, person, board);
}

/** The board's chair posts its reports and corrects them; while they are away, who stands in for them. */
export function mayPostReport(plan: Plan, person: Owner, board: Group, today: IsoDate): boolean {
  if (board.kind !== 'Board' || !mayReadPlan(plan, person)) return false;
  if (isChairOf(plan, person, board)) return true;
  const chair = board.chair === null ? undefined : indexOf(plan).owners.get(board.chair);
  return chair !== undefined && standInFor(plan, chair, today)?.key === person.key;
}

/** Drafts are for those who may change or approve them, or stand in for whoever posts them. */
export function mayReadDraft(plan: Plan, person: Owner, board: Group): boolean {
  return (
    mayEditReport(plan, person, board) ||
    isApprover(plan, person, board) ||
    (mayReadPlan(plan, person) && isDeputyOf(plan, person, board.chair))
  );
}
