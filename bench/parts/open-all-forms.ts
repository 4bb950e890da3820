import { type Answerer, openForms } from './answering.ts';
import { findCheckIn } from './check-in.ts';
import type { Installation } from './installation.ts';
import { addPeople } from './people.ts';
import type { Site } from './site.ts';
import { openTeamsTokens } from './teams-tokens.ts';

/** Adds people with items of their own to the first group that has a check-in, and has each open their forms. */
export async function openAllForms(
  installation: Installation,
  { site, count }: { readonly site: Site; readonly count: number },
): Promise<readonly Answerer[]> {
  const { serverUrl, sandboxUrl } = installation;
  const checkIn = await findCheckIn(sandboxUrl);
  const people = await addPeople(installation, { site, count, groupName: checkIn.groupName });
  const issueToken = await openTeamsTokens(installation);
  return Promise.all(
    people.map((person) => openForms(person, { serverUrl, sandboxUrl, checkIn, issueToken })),
  );
}
