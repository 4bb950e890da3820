import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Plan } from '../../../plan/plan.ts';
import type { Group, RowKey } from '../../../plan/rows.ts';
import type { PostedVersion } from '../report-standing.ts';
import type { UnknownCode } from './unknown-words.ts';

const FORMAT = 'milepost-board-report/1';

const ABOUT =
  'A board report of Milepost as it was posted. From this file Milepost gets the report back should it lose its database. Leave it as it is: a file that was changed is refused.';

/** What of a record tells whose it is. */
export interface RecordName {
  readonly plan: Pick<Plan, 'id'>;
  readonly reportKey: RowKey;
  readonly board: Pick<Group, 'key' | 'itemId'>;
}

const RECORD = z.object({
  about: z.string(),
  format: z.literal(FORMAT),
  planId: z.string(),
  reportKey: z.string(),
  board: z.object({ key: z.string(), itemId: z.number().nullable() }),
  posted: z.looseObject({
    version: z.number(),
    postedAt: z.string(),
    content: z.looseObject({
      data: z.looseObject({ sections: z.array(z.unknown()), facts: z.unknown() }),
      edits: z.array(z.unknown()),
      names: z.record(z.string(), z.string()),
    }),
  }),
  digest: z.string(),
});

/** A posted version as a file that outlives the database. */
export function writeRecord({ plan, reportKey, board }: RecordName, posted: PostedVersion): Uint8Array {
  const record = {
    about: ABOUT,
    format: FORMAT,
    planId: plan.id,
    reportKey,
    board: { key: board.key, itemId: board.itemId },
    posted,
  };
  const text = JSON.stringify({ ...record, digest: digestOf(record) }, null, 2);
  return new TextEncoder().encode(`${text}\n`);
}

/** Reads a record back. Answers why it is of no use instead where it is another's, or not as it was written. */
export function readRecord(
  bytes: Uint8Array,
  { plan, reportKey, board }: RecordName,
  version: number,
): PostedVersion | UnknownCode {
  const parsed = RECORD.safeParse(jsonOf(bytes));
  if (!parsed.success) return 'not readable';
  const { digest, ...record } = parsed.data;
  if (digestOf(record) !== digest) return 'changed';
  const isOurs =
    record.planId === plan.id &&
    record.reportKey === reportKey &&
    isSameBoard(record.board, board) &&
    record.posted.version === version;
  // As it was written: the digest says so.
  return isOurs ? (record.posted as unknown as PostedVersion) : 'another report';
}

/** A board that was never named by Milepost has another key in another database, and the same row. */
function isSameBoard(one: RecordName['board'], other: RecordName['board']): boolean {
  return one.key === other.key || (one.itemId !== null && one.itemId === other.itemId);
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function digestOf(record: object): string {
  return createHash('sha256').update(JSON.stringify(record, inOneOrder)).digest('base64url');
}

/** Whatever writes JSON again may put it in another order. */
function inOneOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
