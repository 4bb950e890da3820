import type { DatabaseSync } from 'node:sqlite';
import { createChanges } from './changes.ts';
import { createDocuments } from './documents.ts';
import { createGrants } from './grants.ts';
import { createItems } from './items.ts';
import { createLists } from './lists.ts';
import { createPeople } from './people.ts';
import { createGraphTables } from './schema.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createUniqueValues } from './unique-values.ts';

/** SharePoint's lists and documents on disk. */
export interface GraphStore {
  readonly lists: ReturnType<typeof createLists>;
  readonly items: ReturnType<typeof createItems>;
  readonly changes: ReturnType<typeof createChanges>;
  readonly documents: ReturnType<typeof createDocuments>;
  readonly grants: ReturnType<typeof createGrants>;
  readonly people: ReturnType<typeof createPeople>;
  readonly subscriptions: ReturnType<typeof createSubscriptions>;
  readonly uniqueValues: ReturnType<typeof createUniqueValues>;
  /** All of `work` or, when it throws, nothing of it. */
  transaction<T>(work: () => T): T;
}

/** Opens the lists of a database, making the tables at first. */
export function openGraphStore(db: DatabaseSync): GraphStore {
  createGraphTables(db);
  return {
    lists: createLists(db),
    items: createItems(db),
    changes: createChanges(db),
    documents: createDocuments(db),
    grants: createGrants(db),
    people: createPeople(db),
    subscriptions: createSubscriptions(db),
    uniqueValues: createUniqueValues(db),
    transaction(work) {
      db.exec('begin immediate');
      try {
        const result = work();
        db.exec('commit');
        return result;
      } catch (error) {
        db.exec('rollback');
        throw error;
      }
    },
  };
}
