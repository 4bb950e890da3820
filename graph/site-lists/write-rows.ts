import { z } from 'zod';
import type { ListName } from '../../plan/glossary.ts';
import type { BatchAnswer, BatchPart } from '../batch-part.ts';
import { readErrorBody } from '../graph-request-error.ts';
import { LISTS } from '../lists/index.ts';
import { redact } from '../redact.ts';
import { etagOf, ITEM, type Item, itemIdOf, toRow } from './item.ts';
import type { SiteContext } from './site-context.ts';
import type { SiteRow, WriteOperation, WriteOutcome } from './types.ts';
import { encodeOperations, rowPart, uniquePart, writePart } from './write-parts.ts';

const ITEMS = z.object({ value: z.array(ITEM) });

/** When to come back where Graph names no time. */
const LATER_MS = 30_000;
/** When to come back where somebody has to put something right first. */
const MUCH_LATER_MS = 300_000;
/** Statuses that say nothing against the write itself: not let in, locked, busy, out of space. */
const LATER_STATUSES: ReadonlySet<number> = new Set([401, 403, 423, 429, 507, 509]);

/** What an answer comes to: the outcome itself, or one more question and what its answer comes to. */
type Verdict =
  | { readonly outcome: WriteOutcome }
  | { readonly ask: BatchPart; readonly conclude: (answer: BatchAnswer) => WriteOutcome };

/** Writes rows; see `SiteLists.writeRows`. */
export async function writeRows(
  operations: readonly WriteOperation[],
  site: SiteContext,
): Promise<readonly WriteOutcome[]> {
  const fields = encodeOperations(operations, site);
  const writing = operations.map((operation, index) => ({ operation, fields: fields[index] ?? {} }));
  if (writing.some(({ operation }) => site.directory.find(operation.list) === null))
    await site.directory.refresh();

  const answers = await sendAll(
    writing.map(({ operation, fields }) => writePart(operation, fields, site)),
    site,
  );
  if (answers.some((answer) => statusOf(answer) === 404)) {
    await site.directory.refresh();
    // A list that was made anew takes a create; a row of the old one is gone.
    const again = writing.map(({ operation, fields }, index) =>
      operation.kind === 'create' && statusOf(answers[index]) === 404
        ? writePart(operation, fields, site)
        : null,
    );
    for (const [index, answer] of (await sendAll(again, site)).entries())
      answers[index] = answer ?? answers[index];
  }

  const verdicts = operations.map((operation, index) => judge(operation, answers[index], site));
  const replies = await sendAll(
    verdicts.map((verdict) => ('ask' in verdict ? verdict.ask : null)),
    site,
  );
  return verdicts.map((verdict, index) => {
    if ('outcome' in verdict) return verdict.outcome;
    return verdict.conclude(replies[index] ?? { kind: 'ambiguous', code: 'no answer' });
  });
}

/** Sends the parts there are; the answers stand where their parts stood. */
async function sendAll(
  parts: readonly (BatchPart | null)[],
  { client }: SiteContext,
): Promise<(BatchAnswer | undefined)[]> {
  const sent = parts.filter((part) => part !== null);
  const answers = sent.length === 0 ? [] : await client.batch(sent);
  const iterator = answers.values();
  return parts.map((part) => (part === null ? undefined : iterator.next().value));
}

function judge(operation: WriteOperation, answer: BatchAnswer | undefined, site: SiteContext): Verdict {
  if (answer === undefined) {
    return { outcome: { status: 'throttled', retryAfterMs: MUCH_LATER_MS, code: 'list missing' } };
  }
  if (answer.kind === 'not sent') {
    return { outcome: { status: 'throttled', retryAfterMs: answer.retryAfterMs, code: answer.code } };
  }
  if (answer.kind === 'ambiguous') return judgeLost(operation, answer.code, site);
  const { status, body, retryAfterMs } = answer;
  const { code } = readErrorBody(body);
  if (status < 400) return judgeWritten(operation, body, site);
  if (LATER_STATUSES.has(status) || (status === 503 && retryAfterMs !== null)) {
    const ownWaitMs = status === 429 || status === 503 ? LATER_MS : MUCH_LATER_MS;
    return { outcome: { status: 'throttled', retryAfterMs: retryAfterMs ?? ownWaitMs, code } };
  }
  if (status >= 500) return judgeLost(operation, code, site);
  if (status === 404) {
    const isListThere = site.directory.find(operation.list) !== null;
    if (operation.kind === 'update' && isListThere) return { outcome: { status: 'gone' } };
    return { outcome: { status: 'throttled', retryAfterMs: MUCH_LATER_MS, code: 'list missing' } };
  }
  if (status === 412) return judgeConflict(operation, site);
  if (status === 409 || status === 400) return judgeDuplicate(operation, answer, site);
  return { outcome: rejected(answer) };
}

function judgeWritten(operation: WriteOperation, body: unknown, site: SiteContext): Verdict {
  const item = ITEM.safeParse(body).data;
  const itemId = operation.kind === 'update' ? operation.itemId : item === undefined ? null : itemIdOf(item);
  if (itemId === null) return judgeLost(operation, 'answer without an id', site);
  return { outcome: { status: 'written', itemId, etag: item === undefined ? null : etagOf(item) } };
}

/** Perhaps written: a create shows itself by its unique value. */
function judgeLost(operation: WriteOperation, code: string, site: SiteContext): Verdict {
  const ask = operation.kind === 'create' ? uniquePart(operation, site) : null;
  const safeToRepeat = operation.kind === 'update' || ask !== null;
  const unknown: WriteOutcome = { status: 'unknown', code, safeToRepeat };
  if (ask === null) return { outcome: unknown };
  return { ask, conclude: (reply) => duplicateOf(operation, reply, site) ?? unknown };
}

function judgeConflict({ list, ...operation }: WriteOperation, site: SiteContext): Verdict {
  const ask = operation.kind === 'update' ? rowPart(list, operation.itemId, site) : null;
  if (operation.kind === 'create' || ask === null) return { outcome: { status: 'conflict', current: null } };
  return {
    ask,
    conclude: (reply) => {
      if (statusOf(reply) === 404) return { status: 'gone' };
      const item = statusOf(reply) === 200 ? itemOf(reply) : null;
      return { status: 'conflict', current: item && rowOf(list, item, operation.itemId, site) };
    },
  };
}

/** A unique value that is taken comes as 409 or as 400, each of which may also be something else: looking tells. */
function judgeDuplicate(
  operation: WriteOperation,
  answer: BatchAnswer & { kind: 'answered' },
  site: SiteContext,
): Verdict {
  const ask = uniquePart(operation, site);
  const otherwise = (): Verdict => {
    if (answer.status === 400) return { outcome: rejected(answer) };
    return operation.kind === 'update' ? judgeConflict(operation, site) : { outcome: rejected(answer) };
  };
  if (ask === null) return otherwise();
  return {
    ask,
    conclude: (reply) => {
      const duplicate = duplicateOf(operation, reply, site);
      if (duplicate !== null) return duplicate;
      if (answer.status === 400) return rejected(answer);
      return operation.kind === 'update'
        ? { status: 'conflict', current: null }
        : { status: 'duplicate', existing: null };
    },
  };
}

/** The row that has this operation's unique value, unless it is the very row that is written. */
function duplicateOf(operation: WriteOperation, reply: BatchAnswer, site: SiteContext): WriteOutcome | null {
  const body = reply.kind === 'answered' && reply.status === 200 ? reply.body : null;
  const item = ITEMS.safeParse(body).data?.value[0];
  const itemId = item === undefined ? null : itemIdOf(item);
  if (item === undefined || itemId === null) return null;
  if (operation.kind === 'update' && operation.itemId === itemId) return null;
  return { status: 'duplicate', existing: rowOf(operation.list, item, itemId, site) };
}

function rejected({ status, body }: BatchAnswer & { kind: 'answered' }): WriteOutcome {
  const { code, message } = readErrorBody(body);
  return { status: 'rejected', httpStatus: status, code, message: redact(message) };
}

function rowOf(list: ListName, item: Item, itemId: number, { columns, ...site }: SiteContext): SiteRow {
  return toRow(item, itemId, { ...site, definition: LISTS[list], missing: columns.missingColumns(list) });
}

const itemOf = (answer: BatchAnswer): Item | null =>
  answer.kind === 'answered' ? (ITEM.safeParse(answer.body).data ?? null) : null;

const statusOf = (answer: BatchAnswer | undefined): number | null =>
  answer?.kind === 'answered' ? answer.status : null;
