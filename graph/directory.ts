import { z } from 'zod';
import type { GraphClient } from './client.ts';
import { readAnswer } from './read-answer.ts';

/** A channel of a team. */
export interface Channel {
  readonly id: string;
  readonly displayName: string;
  /** `standard`, `private` or `shared`; `null` when Graph doesn't say. */
  readonly membershipType: string | null;
}

const PAGE = z.object({
  value: z.array(z.object({ id: z.string(), displayName: z.string(), membershipType: z.string().nullish() })),
  '@odata.nextLink': z.string().optional(),
});

/**
 * The channels of a team, in Graph's order. Needs ChannelSettings.Read.Group (granted with the app in the team).
 * @throws GraphRequestError
 */
export async function listChannels(client: GraphClient, teamId: string): Promise<readonly Channel[]> {
  const channels: Channel[] = [];
  let path: string | undefined =
    `/teams/${encodeURIComponent(teamId)}/channels?$select=id,displayName,membershipType`;
  while (path !== undefined) {
    const page: z.infer<typeof PAGE> = readAnswer(PAGE, await client.get(path), 'the channels of a team');
    for (const { id, displayName, membershipType } of page.value) {
      channels.push({ id, displayName, membershipType: membershipType ?? null });
    }
    path = page['@odata.nextLink'];
  }
  return channels;
}
