import { buildNoticeCard } from '../../cards/notice-card.ts';
import { asPerson } from '../as-person.ts';
import { say } from '../tools.ts';
import type { Command } from './command.ts';

/** The draft of a board's report, where it was asked for. */
export const boardSummaryCommand: Command = {
  names: ['board summary', 'board report', 'summary'],
  meaning: 'In a board’s channel, by its chair: the draft of the board’s report as it stands.',
  places: ['channel'],
  elsewhere: 'A summary belongs to a board: write “board summary” in the board’s channel.',

  async run(turn, tools) {
    const { channelId } = turn;
    if (!channelId) return [say(boardSummaryCommand.elsewhere)];
    const content = await asPerson(turn, tools, (actor) => tools.useCases.boardSummary({ actor, channelId }));
    if (content.kind === 'no-draft') return [say(content.words)];
    return [{ kind: 'card', ...buildNoticeCard(content, tools.cardContext()) }];
  },
};
