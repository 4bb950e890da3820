import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

/** A subscription as it is kept. Times are milliseconds of the sandbox's clock. */
export interface StoredSubscription {
  readonly id: string;
  /** The app, or the person, it belongs to; nobody else sees it. */
  readonly owner: string;
  readonly listId: string;
  /** `sites/{id}/lists/{id}` */
  readonly resource: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly clientState: string | null;
  readonly latestSupportedTlsVersion: string | null;
  /** When it was made or last renewed. */
  readonly beganMs: number;
  readonly endsMs: number;
  /** The last change of the list that its receiver has been told of. */
  readonly toldSequence: number;
  /** Its receiver has been asked to authorise it again since then. */
  readonly isReauthorizationAsked: boolean;
}

/** Who wants to be told of a list's changes. Those that have ended are as good as gone. */
export function createSubscriptions(db: DatabaseSync) {
  const selectAll = db.prepare('select * from graph_subscription where ends_ms > ? order by rowid');
  const insert = db.prepare(
    `insert into graph_subscription (id, owner, list_id, resource, notification_url, lifecycle_url, client_state,
       tls_version, began_ms, ends_ms, told_sequence, is_reauthorization_asked)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
  );
  const extend = db.prepare(
    'update graph_subscription set began_ms = ?, ends_ms = ?, is_reauthorization_asked = 0 where id = ?',
  );
  const tell = db.prepare('update graph_subscription set told_sequence = max(told_sequence, ?) where id = ?');
  const ask = db.prepare('update graph_subscription set is_reauthorization_asked = 1 where id = ?');
  const remove = db.prepare('delete from graph_subscription where id = ?');
  const removeEnded = db.prepare('delete from graph_subscription where ends_ms <= ?');

  const living = (nowMs: number): StoredSubscription[] => selectAll.all(nowMs).map(readSubscription);
  return {
    living,
    /** By id, for its owner. */
    find(id: string, { owner, nowMs }: { owner: string; nowMs: number }): StoredSubscription | undefined {
      return living(nowMs).find((found) => found.id === id.toLowerCase() && found.owner === owner);
    },
    insert(subscription: Omit<StoredSubscription, 'isReauthorizationAsked'>): void {
      removeEnded.run(subscription.beganMs);
      insert.run(
        subscription.id,
        subscription.owner,
        subscription.listId,
        subscription.resource,
        subscription.notificationUrl,
        subscription.lifecycleNotificationUrl,
        subscription.clientState,
        subscription.latestSupportedTlsVersion,
        subscription.beganMs,
        subscription.endsMs,
        subscription.toldSequence,
      );
    },
    extend(id: string, { beganMs, endsMs }: Pick<StoredSubscription, 'beganMs' | 'endsMs'>): void {
      extend.run(beganMs, endsMs, id);
    },
    markTold(id: string, sequence: number): void {
      tell.run(sequence, id);
    },
    markReauthorizationAsked(id: string): void {
      ask.run(id);
    },
    delete(id: string): void {
      remove.run(id);
    },
  };
}

function readSubscription(row: Record<string, SQLOutputValue>): StoredSubscription {
  const textOrNull = (value: SQLOutputValue | undefined) => (value == null ? null : String(value));
  return {
    id: String(row.id),
    owner: String(row.owner),
    listId: String(row.list_id),
    resource: String(row.resource),
    notificationUrl: String(row.notification_url),
    lifecycleNotificationUrl: textOrNull(row.lifecycle_url),
    clientState: textOrNull(row.client_state),
    latestSupportedTlsVersion: textOrNull(row.tls_version),
    beganMs: Number(row.began_ms),
    endsMs: Number(row.ends_ms),
    toldSequence: Number(row.told_sequence),
    isReauthorizationAsked: row.is_reauthorization_asked === 1,
  };
}
