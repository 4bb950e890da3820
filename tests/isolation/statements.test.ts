import { expect, test } from '@jest/globals';
import { countPlans, countUses, plannedTables, readStatements } from './statements.ts';

/**
 * Statements that are right not to name a plan. Whoever writes another says here why nothing of one plan can come to the
 * other by it.
 */
const ACROSS_PLANS: Readonly<Record<string, string>> = {
  'calendar-drafts.ts: findCalendarDraft':
    'a calendar is its sender’s; which plan it is for is checked when it is asked for',
  'calendar-drafts.ts: takeCalendarDraft': 'a calendar is its sender’s',
  'calendar-drafts.ts: dropOldCalendarDrafts': 'forgets what is old',
  'calendar-feeds.ts: findFeed': 'finds the plan that a secret leads to; each plan has its own',
  'channels.ts: settleChannels': 'decides between plans which of them a channel belongs to',
  'check-in-cards.ts: claimCard': 'every card names its plan, and is drawn from it',
  'check-in-cards.ts: nextDrawingInMs': 'a time to wait',
  'dead-writes.ts: revive': 'an entry that was locked by plan and id in the same transaction',
  'dead-writes.ts: giveUp': 'entries that were locked by plan and id in the same transaction',
  'deliveries.ts: pruneNotices': 'forgets what is old',
  'import-drafts.ts: findDraftOf':
    'a file is its sender’s; which plan it is for is checked when it is asked for',
  'import-drafts.ts: forgetDraft': 'a file is its sender’s',
  'import-drafts.ts: dropOldDrafts': 'forgets what is old',
  'ledger.ts: rearmNotices': 'says only that notices may be tried again; each names its plan',
  'ledger.ts: countDue': 'a number, for health',
  'ledger.ts: claimNotice': 'every notice names its plan, and is made from it',
  'ledger.ts: beginSend': 'the notice that was claimed',
  'ledger.ts: putOff': 'the notice that was claimed',
  'ledger.ts: postpone': 'the notice that was claimed',
  'ledger.ts: settleNotice': 'the notice that was claimed',
  'ledger.ts: settleLostSends': 'says only that sends were lost',
  'ledger.ts: nextLostInMs': 'a time to wait',
  'ledger.ts: nextThrottledInMs': 'a time to wait',
  'lost-channels.ts: saveLostTeam': 'channels of Teams; which groups name them is asked plan by plan',
  'lost-channels.ts: rearmForChannels':
    'says only that notices may be tried again; each names its plan, and so does the group it is for',
  'unreachable-people.ts: forgetUnreachable':
    'says only that what is one person’s may be tried again; each names its plan',
  'outbox.ts: markWritten': 'entries that were read for one plan',
  'outbox.ts: markTried': 'entries that were read for one plan',
  'outbox.ts: postpone': 'entries that were read for one plan',
  'outbox.ts: rewriteEntries': 'entries that were read for one plan',
  'outbox.ts: nextWriteInMs': 'a time to wait',
  'outbox.ts: pruneWritten': 'forgets what was written long ago',
  'seen-channels.ts: readSeenChannels':
    'asks of other plans only which channels and teams are theirs, to leave those out',
  'submissions.ts: pruneSubmissions': 'forgets what is old',
  'plan-sites.ts: listPlanSites': 'the plans themselves, for rounds and for finding those of a person',
  'plan-sites.ts: listKnownSites': 'the plans themselves, before a sandbox’s database is emptied',
  'subscriptions.ts: listSubscriptions': 'every subscription names its plan',
  'subscriptions.ts: findSubscriptions':
    'by the ids that Graph gave them; each names its plan and its secret',
  'subscriptions.ts: renewSoon': 'one subscription',
  'subscriptions.ts: forgetSubscription': 'one subscription',
  'subscriptions.ts: listRefusals': 'every refusal names its plan',
};

const tables = plannedTables();
const forgets = (sql: string): boolean => countUses(sql, tables) > countPlans(sql);

test('every statement on rows of a plan says of which plan, or why it need not', () => {
  const forgotten = readStatements().filter(({ where, sql }) => forgets(sql) && !(where in ACROSS_PLANS));
  expect(forgotten).toEqual([]);
});

test('no reason outlives its statement', () => {
  const needed = new Set(readStatements().flatMap(({ where, sql }) => (forgets(sql) ? [where] : [])));
  expect(Object.keys(ACROSS_PLANS).filter((where) => !needed.has(where))).toEqual([]);
});

test('the tables and statements that are looked at are those there are', () => {
  expect([...tables]).toEqual(
    expect.arrayContaining(['mirror_actions', 'outbox', 'notice', 'update_log', 'sync_state', 'plan_site']),
  );
  expect(tables.has('conversation')).toBe(false);
  expect(readStatements().length).toBeGreaterThan(80);
});

test.each([
  ["SELECT * FROM outbox WHERE state = 'waiting'", true],
  ['SELECT plan_id AS "planId" FROM outbox WHERE id = $1', true],
  ['UPDATE mirror_actions SET deleted = true WHERE key = $1', true],
  ['INSERT INTO notice (kind, subject) VALUES ($1, $2)', true],
  ['SELECT 1 FROM outbox o JOIN mirror_actions m ON m.key = o.key WHERE o.plan_id = $1', true],
  ['SELECT * FROM outbox WHERE plan_id = $1 AND id = $2', false],
  ['INSERT INTO notice (kind, plan_id) VALUES ($1, $2)', false],
  ['SELECT 1 FROM outbox o JOIN mirror_actions m USING (plan_id, key) WHERE o.plan_id = $1', false],
  ['SELECT * FROM conversation WHERE tenant_id = $1', false],
])('“%s” forgets its plan: %s', (sql, isForgotten) => {
  expect(forgets(sql)).toBe(isForgotten);
});
