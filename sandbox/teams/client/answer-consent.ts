import type { Persona } from '../../core/directory.ts';
import type { World } from '../../core/world.ts';
import { type FileConsent, findConsent } from '../files/message-files.ts';
import { addFile, contentUrlOf, fileTypeOf, uploadUrlOf } from '../files/stored-files.ts';
import { findMessage, type StoredMessage, setFiles } from '../messages.ts';
import type { Place } from '../places.ts';
import { buildActivity, type OutgoingActivity } from './activity.ts';
import { type Answer, readMessageAnswer } from './answer.ts';
import { isAccepted } from './deliver.ts';
import { conflict, notFound } from './refusal.ts';

/** The two buttons that Teams puts on a file consent card. */
const ANSWERS = { Accept: 'accept', Decline: 'decline' } as const;
const TITLES = Object.keys(ANSWERS);

interface ConsentPress {
  readonly message: StoredMessage;
  readonly place: Place;
  readonly persona: Persona;
  readonly consent: FileConsent;
  /** The button's title, or its verb. */
  readonly action: string;
}

/**
 * Accepts or declines a file that the bot would like to put into a person's OneDrive. Accepting keeps a place for it.
 * @throws RefusedError 404 for any other button, 409 when it was answered before
 */
export function prepareConsent(
  world: World,
  press: ConsentPress,
): {
  readonly activity: OutgoingActivity;
  readonly read: (delivery: Parameters<typeof readMessageAnswer>[0]) => Answer;
} {
  const { message, place, persona, consent } = press;
  const answer = toAnswer(press);
  const { name, acceptContext, declineContext } = consent;
  const isAccept = answer === 'accept';
  return {
    activity: buildActivity(world, {
      place,
      persona,
      type: 'invoke',
      fields: {
        name: 'fileConsent/invoke',
        replyToId: message.id,
        value: {
          type: 'fileUpload',
          action: answer,
          context: isAccept ? acceptContext : declineContext,
          ...(isAccept ? { uploadInfo: keepPlace(world, { persona, name }) } : {}),
        },
      },
    }),
    read(delivery) {
      if (isAccepted(delivery)) markAnswered(world, message.id, isAccept ? 'accepted' : 'declined');
      return readMessageAnswer(delivery);
    },
  };
}

function toAnswer({ consent, action }: ConsentPress): 'accept' | 'decline' {
  const found = Object.entries(ANSWERS).find(([title, verb]) => action === title || action === verb);
  if (found === undefined)
    throw notFound(`There is no button "${action}" here. Buttons: ${TITLES.join(', ')}.`, { titles: TITLES });
  if (consent.state !== 'open') throw conflict(`This file was ${consent.state} already.`);
  return found[1];
}

function keepPlace(world: World, { persona, name }: { persona: Persona; name: string }) {
  const place = addFile(world, { name, content: null });
  return {
    contentUrl: contentUrlOf(world, { personaId: persona.id, name }),
    name,
    uploadUrl: uploadUrlOf(world, place),
    uniqueId: place.id,
    fileType: fileTypeOf(name),
  };
}

/** The bot may have put something else in the message's place meanwhile. */
function markAnswered(world: World, messageId: string, state: FileConsent['state']): void {
  const files = findMessage(world, messageId)?.files ?? [];
  if (findConsent(files) === undefined) return;
  setFiles(world, {
    id: messageId,
    files: files.map((file) => (file.kind === 'consent' ? { ...file, state } : file)),
  });
}
