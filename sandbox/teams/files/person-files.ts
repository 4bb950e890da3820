import type { Persona } from '../../core/directory.ts';
import type { World } from '../../core/world.ts';
import { escapeHtml } from '../html.ts';
import type { Place } from '../places.ts';
import { contentUrlOf, downloadUrlOf, fileTypeOf, type StoredFile } from './stored-files.ts';

/**
 * What the bot is told of the files in a person's message. In a chat: where to fetch each. Elsewhere only that there is
 * one, as a mark in the words: Teams gives a bot no way to it.
 */
export function toAttachments(
  world: World,
  {
    place,
    persona,
    text,
    files,
  }: { place: Place; persona: Persona; text: string; files: readonly StoredFile[] },
): object[] {
  if (files.length === 0) return [];
  const isPersonal = place.kind === 'personal';
  const marks = isPersonal ? '' : files.map(({ id }) => `<attachment id="${id}"></attachment>`).join('');
  return [
    ...(isPersonal ? files.map((file) => toDownloadInfo(world, { persona, file })) : []),
    { contentType: 'text/html', content: `<div><div>${escapeHtml(text)}</div>${marks}</div>` },
  ];
}

/** @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
function toDownloadInfo(world: World, { persona, file }: { persona: Persona; file: StoredFile }): object {
  const { id, name } = file;
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: contentUrlOf(world, { personaId: persona.id, name }),
    name,
    content: { downloadUrl: downloadUrlOf(world, file), uniqueId: id, fileType: fileTypeOf(name) },
  };
}
