import type { TroubleCode } from '../../plan/troubles.ts';
import type { Address } from '../address/address.ts';

/** Where a trouble is settled in the tab: a link, and what is done there. */
export interface SettledHere {
  readonly to: Partial<Address>;
  readonly linkWords: string;
  readonly rest: string;
}

const SETTLED_HERE: Partial<Record<TroubleCode, SettledHere>> = {
  WRITES_REFUSED: {
    to: { view: 'settings', section: 'lists', item: null },
    linkWords: 'See what was refused and why',
    rest: 'put that right, then choose Try again; or choose Give up.',
  },
  SENDS_UNCLEAR: {
    to: { view: 'deliveries', item: null },
    linkWords: 'See for whom',
    rest: 'look or ask whether it is there, then choose It arrived or Send again.',
  },
};

/** `null` for what is put right elsewhere: its remedy says where. Those above name commands of the chat there. */
export function settledHere(code: string): SettledHere | null {
  return Object.hasOwn(SETTLED_HERE, code) ? (SETTLED_HERE[code as TroubleCode] ?? null) : null;
}
