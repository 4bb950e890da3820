import { z } from 'zod';
import type { World } from '../../core/world.ts';
import { ConnectorError } from '../connector/error.ts';
import type { Place } from '../places.ts';
import type { MessageFile } from './message-files.ts';
import { findFile } from './stored-files.ts';

const CONSENT_TYPE = 'application/vnd.microsoft.teams.card.file.consent';
const INFO_TYPE = 'application/vnd.microsoft.teams.card.file.info';

const consentSchema = z.looseObject({
  name: z.string().min(1),
  content: z.looseObject({
    description: z.string().nullish(),
    sizeInBytes: z.number().nonnegative(),
    acceptContext: z.unknown().optional(),
    declineContext: z.unknown().optional(),
  }),
});
const infoSchema = z.looseObject({
  name: z.string().min(1),
  contentUrl: z.string().min(1),
  content: z.looseObject({ uniqueId: z.string().min(1), fileType: z.string() }),
});

/**
 * Reads the file cards among a bot's attachments. Teams knows them in chats with one person only.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 * @throws ConnectorError 400
 */
export function readFileCards(
  world: World,
  { place, attachments }: { place: Place; attachments: readonly { readonly contentType: string }[] },
): MessageFile[] {
  return attachments.flatMap((attachment) => {
    const { contentType } = attachment;
    if (contentType !== CONSENT_TYPE && contentType !== INFO_TYPE) return [];
    if (place.kind !== 'personal') throw badSyntax('File cards are for chats with one person.');
    return [contentType === CONSENT_TYPE ? readConsent(attachment) : readInfo(world, attachment)];
  });
}

function readConsent(attachment: object): MessageFile {
  const { name, content } = parse(consentSchema, attachment);
  const { description, sizeInBytes, acceptContext = null, declineContext = null } = content;
  return {
    kind: 'consent',
    name,
    description: description ?? '',
    sizeInBytes,
    acceptContext,
    declineContext,
    state: 'open',
  };
}

function readInfo(world: World, attachment: object): MessageFile {
  const { name, content } = parse(infoSchema, attachment);
  const file = findFile(world, content.uniqueId);
  if (file?.content == null) throw badSyntax(`No file has the id "${content.uniqueId}".`);
  return { kind: 'file', id: file.id, name };
}

function parse<T>(schema: z.ZodType<T>, attachment: object): T {
  const parsed = schema.safeParse(attachment);
  if (parsed.success) return parsed.data;
  throw badSyntax(z.prettifyError(parsed.error));
}

function badSyntax(message: string): ConnectorError {
  return new ConnectorError({ status: 400, code: 'BadSyntax', message });
}
