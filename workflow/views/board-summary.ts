import { buildBoardSummary } from '../../plan/board-summary.ts';
import type { BoardSummaryContent } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { mayPostBoardSummary } from '../../plan/people.ts';
import { refuse, requireChannelGroup } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { Actor } from '../use-cases.ts';

/** `board summary`: what the board's chair posts. @throws AppError `BAD_INPUT` outside a board's channel. */
export async function boardSummary(
  deps: WorkflowDeps,
  { actor, channelId }: { actor: Actor; channelId: string },
): Promise<BoardSummaryContent> {
  const { plan, owner, group } = await requireChannelGroup(deps, actor, channelId);
  if (group.kind !== 'Board') {
    throw new AppError({
      code: 'BAD_INPUT',
      message: 'board summary asked for in the channel of a group that is no board',
      userMessage: 'A board summary belongs in a board’s channel. Write “board summary” there.',
    });
  }
  if (!mayPostBoardSummary(plan, owner, group))
    throw refuse(`Only the chair of the ${group.title} can post its summary.`);
  return buildBoardSummary(plan, group, deps.clock.now());
}
