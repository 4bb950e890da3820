import type { LogEntry } from '../../../sandbox/controls/shapes.ts';
import type { Queryable } from '../../../store/database.ts';
import type { NoticeState } from '../../../store/ledger.ts';

/** At most so many in any stretch of so many milliseconds, as Teams publishes it. */
interface Limit {
  readonly most: number;
  readonly perMs: number;
}
const CONVERSATION_LIMITS: readonly Limit[] = [
  { most: 7, perMs: 1_000 },
  { most: 60, perMs: 30_000 },
  { most: 1_800, perMs: 3_600_000 },
];
const TENANT_LIMIT: Limit = { most: 50, perMs: 1_000 };

/** What the sandbox's Teams got. Each alert says something else, so a request that came again is known. */
export interface Posts {
  readonly count: number;
  /** Messages that stood in a channel afterwards, whether or not whoever sent them was told. */
  readonly stored: number;
  readonly storedTwice: number;
  /** The most in one conversation in 1 s, 30 s and an hour, and in the tenant in 1 s. */
  readonly most: readonly number[];
  readonly broken: readonly string[];
}

export function judgePosts(posts: readonly LogEntry[]): Posts {
  const stored = posts.filter(({ status }) => status === 201);
  const counted = posts.filter(({ status }) => status !== 429);
  const byPlace = [...Map.groupBy(counted, ({ connector }) => connector?.conversationId ?? '').values()];
  const mostIn = (limit: Limit) => Math.max(0, ...byPlace.map((ofOne) => busiest(ofOne, limit)));
  const limits = [...CONVERSATION_LIMITS.map((limit) => ({ ...limit, count: mostIn(limit) }))];
  const tenant = { ...TENANT_LIMIT, count: busiest(counted, TENANT_LIMIT) };
  const storedTwice = [...Map.groupBy(stored, ({ fingerprint }) => fingerprint).values()].filter(
    (same) => same.length > 1,
  ).length;
  return {
    count: posts.length,
    stored: stored.length,
    storedTwice,
    most: [...limits, tenant].map(({ count }) => count),
    broken: [
      ...limits.flatMap(({ most, perMs, count }) =>
        count > most ? [`${count} messages to one conversation in ${perMs / 1_000} s.`] : [],
      ),
      ...(tenant.count > tenant.most ? [`${tenant.count} messages to the tenant in a second.`] : []),
      ...(storedTwice > 0 ? [`${storedTwice} alerts stand in a channel twice.`] : []),
    ],
  };
}

/** The most in any stretch. */
function busiest(posts: readonly LogEntry[], { perMs }: Limit): number {
  const times = posts.map(({ connector }) => connector?.atMs ?? 0).toSorted((one, other) => one - other);
  let first = 0;
  let most = 0;
  for (const [last, atMs] of times.entries()) {
    while ((times[first] ?? atMs) <= atMs - perMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** How the notices of a trial stand in the ledger. */
export interface LedgerEnd {
  readonly states: Readonly<Partial<Record<NoticeState, number>>>;
  /** Tries that the ledger knows of, of all notices together. */
  readonly attempts: number;
  /** By code of the outcome, how many tries had it. */
  readonly codes: Readonly<Record<string, number>>;
}

export async function readLedgerEnd(db: Queryable): Promise<LedgerEnd> {
  const states = await db.query<{ name: string; count: number }>(
    'SELECT state AS name, count(*)::integer AS count FROM notice GROUP BY state',
  );
  const codes = await db.query<{ name: string; count: number }>(
    `SELECT outcome || coalesce(' ' || code, '') AS name, count(*)::integer AS count FROM delivery
     GROUP BY 1 ORDER BY 1`,
  );
  const [sum] = await db.query<{ attempts: number }>(
    'SELECT coalesce(sum(attempts), 0)::integer AS attempts FROM notice',
  );
  const byName = (rows: readonly { name: string; count: number }[]) =>
    Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  return { states: byName(states), attempts: sum?.attempts ?? 0, codes: byName(codes) };
}

/** Whether anything is still to be sent, or on its way. */
export async function isAllSettled(db: Queryable): Promise<boolean> {
  const rows = await db.query("SELECT 1 FROM notice WHERE state IN ('due', 'sending') LIMIT 1");
  return rows.length === 0;
}
