import { z } from 'zod';
import type { OutgoingMessage } from '../../connector/outgoing-message.ts';
import type { Upload } from '../../files/upload-file.ts';
import { factsOf } from '../../log-facts.ts';
import { conversationIdOf } from '../../turn/read-turn.ts';
import type { InvokeAnswer, Turn } from '../../turn/turn.ts';
import { apologyFor } from '../apology.ts';
import { asPerson } from '../as-person.ts';
import { say, type Tools } from '../tools.ts';
import { parseConsentContext } from './consent-context.ts';

const text = z.string().min(1).max(8_000);

/** What Teams sends when somebody accepts or declines a file. */
const consentSchema = z.looseObject({
  action: z.enum(['accept', 'decline']),
  context: z.unknown().optional(),
  uploadInfo: z
    .looseObject({ uploadUrl: text, contentUrl: text, name: text, uniqueId: text, fileType: text })
    .nullish(),
});
type UploadInfo = NonNullable<z.infer<typeof consentSchema>['uploadInfo']>;

const NOT_READ = 'This file can’t be had any more. Write “export” for a new one.';

/** Stores the plan's file where the person accepted it, or says that it was declined. Never throws. */
export const answerConsent = async (value: unknown, turn: Turn, tools: Tools): Promise<InvokeAnswer> => {
  try {
    for (const message of await answer(value, turn, tools)) await turn.reply(message);
  } catch (error) {
    tools.log.error(factsOf(error), 'A reply could not be sent');
  }
  return { status: 200 };
};

const answer = async (value: unknown, turn: Turn, tools: Tools): Promise<readonly OutgoingMessage[]> => {
  const parsed = consentSchema.safeParse(value);
  if (!parsed.success) return [say(NOT_READ)];
  const { action, context, uploadInfo } = parsed.data;
  if (action === 'decline') return settle(turn, tools, 'No file was put into your OneDrive.');
  const ask = parseConsentContext(context);
  if (!ask || !uploadInfo) return [say(NOT_READ)];
  // Teams sends an invoke again when the answer took long; the address can be used only once.
  if (!tools.once.claim(`upload\n${uploadInfo.uploadUrl}`)) return [];
  try {
    const { bytes } = await asPerson(turn, tools, (actor) => tools.useCases.exportPlan({ actor, ...ask }));
    const upload = await tools.files.upload(uploadInfo.uploadUrl, bytes);
    if (upload.status === 'stored') {
      return [...(await settle(turn, tools, 'The file is in your OneDrive.')), toFile(uploadInfo)];
    }
    tools.log.warn({ status: upload.status, code: upload.code }, 'A file could not be stored');
    return [say(NOT_STORED[upload.status])];
  } catch (error) {
    return [say(apologyFor(error, tools, { planId: ask.planId, format: ask.format }))];
  }
};

const NOT_STORED: Readonly<Record<Exclude<Upload['status'], 'stored'>, string>> = {
  refused: 'OneDrive did not take the file. Write “export” to try again.',
  ambiguous:
    'OneDrive did not say whether it took the file. If it is not in your OneDrive, write “export” again.',
  'not allowed':
    'Teams wants the file where I may not put files. Ask whoever looks after Milepost to see which addresses are allowed.',
};

/** Puts words in the place of the question, so that it can't be answered twice; else says them below it. */
const settle = async (turn: Turn, tools: Tools, words: string): Promise<readonly OutgoingMessage[]> => {
  const { serviceUrl, replyToId } = turn.activity;
  if (!serviceUrl || !replyToId) return [say(words)];
  const { status } = await tools.connector.replaceMessage({
    serviceUrl,
    conversationId: conversationIdOf(turn.activity),
    activityId: replyToId,
    message: say(words),
  });
  return status === 'sent' ? [] : [say(words)];
};

const toFile = ({ name, contentUrl, uniqueId, fileType }: UploadInfo): OutgoingMessage => ({
  kind: 'file',
  name,
  contentUrl,
  uniqueId,
  fileType,
});
