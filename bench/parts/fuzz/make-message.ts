import { COMMANDS } from '../../../bot/handlers/commands/commands.ts';
import type { ActivityFields } from '../activity.ts';
import { draw, type Random } from '../chance.ts';
import { junk, mutate } from './mutate.ts';
import { hostileText } from './texts.ts';

const COMMAND_WORDS = COMMANDS.flatMap(({ names }) => names);
const FILE_TYPES = [
  'application/vnd.microsoft.teams.file.download.info',
  'image/png',
  'text/html',
  'reference',
] as const;

/** A message: a command, something like one, or anything; at times with a file or a value that is no card's. */
export function makeMessage(random: Random): ActivityFields {
  const command = draw(COMMAND_WORDS, random);
  const texts: readonly (() => string)[] = [
    () => command,
    () => `<at>Milepost</at> ${command}`,
    () => `${command} ${hostileText(random)}`,
    () => hostileText(random),
    () => textOf(mutate(command, random)),
  ];
  return {
    type: 'message',
    text: draw(texts, random)(),
    textFormat: draw(['plain', 'markdown', 'xml'], random),
    ...(random() < 0.1 ? { attachments: [attachment(random)] } : {}),
    ...(random() < 0.1 ? { value: junk(random) } : {}),
  };
}

/** What is no text any more is written out; it may say itself how it is to be made one. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function attachment(random: Random): object {
  const elsewhere = { downloadUrl: 'https://elsewhere.invalid/plan.docx' };
  return {
    contentType: draw(FILE_TYPES, random),
    name: hostileText(random),
    content: draw([elsewhere, { downloadUrl: hostileText(random) }, junk(random)], random),
  };
}
