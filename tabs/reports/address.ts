import type { RowKey } from '../../plan/rows.ts';
import type { Address } from '../address/address.ts';

/** As what a report is shown. */
export const WAYS = ['sections', 'page', 'card', 'note', 'easy-read'] as const;
export type Way = (typeof WAYS)[number];

export const WAY_WORDS: Readonly<Record<Way, string>> = {
  sections: 'Section by section',
  page: 'As page',
  card: 'As card',
  note: 'Public note',
  'easy-read': 'Easy read',
};

/** What the address says of it; `null` where it says nothing that there is. */
export function wayIn({ paper }: Address): Way | null {
  return WAYS.find((way) => way === paper) ?? null;
}

export function versionIn({ version }: Address): number | null {
  return version !== null && /^[1-9]\d{0,5}$/.test(version) ? Number(version) : null;
}

/** Where a report is; `null`: the list of all. */
export function placeOf(report: RowKey | null, version: number | null = null): Partial<Address> {
  return { report, version: version === null ? null : `${version}`, paper: null, section: null };
}
