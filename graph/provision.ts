import type { GraphClient } from './client.ts';
import { ensureColumns } from './provisioning/ensure-columns.ts';
import { ensureLists } from './provisioning/ensure-lists.ts';
import type { ProvisionNote } from './provisioning/provisioning.ts';

/** What provisioning did, or would do, in words, one entry per thing. */
export interface ProvisionResult {
  /** `list Themes with 4 columns`, `column Groups.Chair`. */
  readonly created: readonly string[];
  /** `column Owners.Email (indexed)`. */
  readonly repaired: readonly string[];
  /** How many columns were there already, as they should be. */
  readonly unchanged: number;
  /** What a person should know and need not do anything about, such as a list that was renamed. */
  readonly told: readonly string[];
  /** What a person has to put right, with the remedy; everything else is done. */
  readonly problems: readonly string[];
  /** What it took. */
  readonly requests: number;
  readonly resourceUnits: number;
}

/**
 * Makes every list, column, index and lookup Milepost needs on a site. May be run again at any time, also after a
 * failure half-way: it adds what is missing and repairs indexes, uniqueness and choices; it never deletes anything and
 * never changes what people wrote or what they call a list or column. A run that finds everything in place changes
 * nothing.
 *
 * Needs Sites.Manage.All, or Sites.Selected with role `fullcontrol`: more than running Milepost does, so give it to an
 * identity of its own.
 * @param apply `false`: only says what it would do, and writes nothing
 * @param report called with each thing as it is done
 * @throws GraphRequestError when Graph refuses or can't be reached; what was done until then stays
 */
export async function provisionSite({
  client,
  siteId,
  apply = true,
  report = () => undefined,
}: {
  client: GraphClient;
  siteId: string;
  apply?: boolean;
  report?: (kind: ProvisionNote, what: string) => void;
}): Promise<ProvisionResult> {
  const before = client.counters();
  const notes: Record<ProvisionNote, string[]> = {
    created: [],
    repaired: [],
    unchanged: [],
    told: [],
    problems: [],
  };
  const note = (kind: ProvisionNote, what: string) => {
    notes[kind].push(what);
    report(kind, what);
  };
  const provisioning = { client, siteId, apply, note };
  await ensureColumns(provisioning, await ensureLists(provisioning));
  const after = client.counters();
  return {
    ...notes,
    unchanged: notes.unchanged.length,
    requests: after.requests - before.requests,
    resourceUnits: after.resourceUnits - before.resourceUnits,
  };
}
