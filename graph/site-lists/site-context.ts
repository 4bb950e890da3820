import type { GraphClient } from '../client.ts';
import type { ColumnWatch } from './column-watch.ts';
import type { ListDirectory } from './list-directory.ts';

/** What reading and writing the lists of one site need. */
export interface SiteContext {
  readonly client: GraphClient;
  readonly siteId: string;
  /** IANA zone of the site, in which its dates are meant. */
  readonly timeZone: string;
  /** App id that Milepost reads and writes as; `null` where that does not matter. */
  readonly ownAppId: string | null;
  readonly directory: ListDirectory;
  readonly columns: ColumnWatch;
}
