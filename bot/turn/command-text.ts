import type { IncomingActivity } from './incoming-activity.ts';

/**
 * What somebody wrote, as a command is looked up: without the mention of the bot, in lower case, with
 * single spaces, and without a slash before it or a full stop behind it.
 */
export const commandTextOf = (activity: IncomingActivity): string => {
  const botId = activity.recipient?.id;
  let text = activity.text ?? '';
  for (const entity of activity.entities ?? []) {
    if (entity.type === 'mention' && entity.mentioned?.id === botId && entity.text) {
      text = text.replaceAll(entity.text, ' ');
    }
  }
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\/\s*/, '')
    .replace(/[.!]+$/, '')
    .toLowerCase();
};
