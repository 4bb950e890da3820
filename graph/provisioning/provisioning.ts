import type { GraphClient } from '../client.ts';

/**
 * What became of one list or column. `told`: something a person should know and need not do anything about;
 * `problems`: something only a person can put right.
 */
export type ProvisionNote = 'created' | 'repaired' | 'unchanged' | 'told' | 'problems';

/** What the steps of provisioning share. */
export interface Provisioning {
  readonly client: GraphClient;
  readonly siteId: string;
  /** `false`: nothing is written, only noted down as if it had been. */
  readonly apply: boolean;
  /** Writes down what became of one thing, in words. */
  readonly note: (kind: ProvisionNote, what: string) => void;
}
