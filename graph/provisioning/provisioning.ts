import type { GraphClient } from '../client.ts';

/** What became of one list or column. */
export type ProvisionNote = 'created' | 'repaired' | 'unchanged' | 'problems';

/** What the steps of provisioning share. */
export interface Provisioning {
  readonly client: GraphClient;
  readonly siteId: string;
  /** Writes down what became of one thing, in words. */
  readonly note: (kind: ProvisionNote, what: string) => void;
}
