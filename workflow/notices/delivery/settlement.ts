import type { settleNotice } from '../../../store/ledger.ts';

/** What a notice is after it was looked at. */
export type Settlement = Omit<Parameters<typeof settleNotice>[2], 'at'>;
