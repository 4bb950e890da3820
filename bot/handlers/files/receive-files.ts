import type { Download } from '../../files/download-file.ts';
import type { Sent, SentFile } from '../../turn/sent-files.ts';
import type { Turn } from '../../turn/turn.ts';
import { apologyFor } from '../apology.ts';
import { asPerson } from '../as-person.ts';
import { toCalendarReply } from '../calendar/import-calendar.ts';
import { type Reply, say, type Tools } from '../tools.ts';
import { toImportReply } from './import-in-place.ts';

/** Files of one message that are looked at. */
const MOST_FILES = 5;

export const HOW_TO_SEND =
  'Send me the plan as a Word (.docx), Excel (.xlsx), CSV, text or Markdown file in our own chat. I show what it would change, and write nothing until you confirm.';

/** What to say of a file where it can't be fetched. */
export const SEND_IN_CHAT = `I can’t read files that are posted here. ${HOW_TO_SEND}`;

const IMAGE = `I can’t read a plan from a picture. ${HOW_TO_SEND}`;

/** Takes files for import, each with an answer of its own: what it would do, or why it can't be read. */
export const receiveFiles = async (turn: Turn, tools: Tools, sent: Sent): Promise<readonly Reply[]> => {
  if (turn.place !== 'personal') return [say(SEND_IN_CHAT)];
  if (sent.files.length === 0) return [say(sent.hasImages ? IMAGE : HOW_TO_SEND)];
  const replies: Reply[] = [];
  for (const file of sent.files.slice(0, MOST_FILES)) {
    const reply = await receive(file, turn, tools);
    replies.push(sent.files.length === 1 ? reply : named(file, reply));
  }
  if (sent.files.length > MOST_FILES) {
    replies.push(say(`I looked at the first ${MOST_FILES} files. Please send the others again.`));
  }
  return replies;
};

const receive = async (file: SentFile, turn: Turn, tools: Tools): Promise<Reply> => {
  const { name } = file;
  const download = await tools.files.download(file.downloadUrl);
  if (download.status !== 'fetched') {
    tools.log.warn({ status: download.status, code: download.code }, 'A file could not be fetched');
    return say(NOT_FETCHED[download.status](name));
  }
  const { bytes } = download;
  try {
    const content = await asPerson(turn, tools, (actor) =>
      tools.useCases.receiveImport({ actor, file: { name, bytes } }),
    );
    return content.kind === 'calendar-preview' || content.kind === 'which-calendar-plan'
      ? toCalendarReply(content, tools)
      : toImportReply(content, tools);
  } catch (error) {
    return say(apologyFor(error, tools, { bytes: bytes.length }));
  }
};

const NOT_FETCHED: Readonly<Record<Exclude<Download['status'], 'fetched'>, (name: string) => string>> = {
  gone: (name) => `“${name}” is not there any more, so I could not read it. Please send it again.`,
  'too large': (name) =>
    `“${name}” is larger than 20 MB, so I did not read it. Save it without pictures, or send only the part with the plan.`,
  'not allowed': (name) =>
    `“${name}” is kept where I may not fetch files from. Ask whoever looks after Milepost to see which addresses are allowed.`,
  failed: (name) => `I could not fetch “${name}” just now. Please send it again in a minute.`,
};

/** Which of several files words are about, where they don't say so. */
const named = ({ name }: SentFile, reply: Reply): Reply =>
  reply.kind === 'card' || reply.text.includes(name) ? reply : say(`“${name}”: ${reply.text}`);
