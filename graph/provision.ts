import type { GraphClient } from './client.ts';
import { ensureColumns } from './provisioning/ensure-columns.ts';
import { ensureLists } from './provisioning/ensure-lists.ts';
import type { ProvisionNote } from './provisioning/provisioning.ts';

/** What provisioning did, in words, one entry per thing. */
export interface ProvisionResult {
  /** `list Themes with 4 columns`, `column Groups.Chair`. */
  readonly created: readonly string[];
  /** `column Owners.Email (indexed)`. */
  readonly repaired: readonly string[];
  /** How many columns were there already, as they should be. */
  readonly unchanged: number;
  /** What a person has to put right; everything else is done. */
  readonly problems: readonly string[];
}

/**
 * Makes every list, column, index and lookup Milepost needs on a site. May be run again at any time, also after a
 * failure half-way: it adds what is missing and repairs indexes, uniqueness and choices; it never deletes anything and
 * never changes what people wrote. A run that finds everything in place changes nothing.
 *
 * Needs Sites.Manage.All, or Sites.Selected with role `fullcontrol`: more than running Milepost does, so give it to an
 * identity of its own.
 * @param report called with each thing as it is done
 * @throws GraphRequestError when Graph refuses or can't be reached; what was done until then stays
 */
export async function provisionSite({
  client,
  siteId,
  report = () => undefined,
}: {
  client: GraphClient;
  siteId: string;
  report?: (line: string) => void;
}): Promise<ProvisionResult> {
  const notes: Record<ProvisionNote, string[]> = { created: [], repaired: [], unchanged: [], problems: [] };
  const note = (kind: ProvisionNote, what: string) => {
    notes[kind].push(what);
    if (kind !== 'unchanged') report(`${VERBS[kind]} ${what}`);
  };
  const provisioning = { client, siteId, note };
  const lists = await ensureLists(provisioning);
  await ensureColumns(provisioning, lists);
  const { created, repaired, unchanged, problems } = notes;
  return { created, repaired, unchanged: unchanged.length, problems };
}

const VERBS = { created: 'Made', repaired: 'Repaired', problems: 'Could not put right:' } as const;
