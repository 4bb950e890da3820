import { channelsSuite } from './channels.ts';
import { checkInCardsSuite } from './check-in-cards.ts';
import { conversationsSuite } from './conversations.ts';
import { deliveriesSuite } from './deliveries.ts';
import { importDraftsSuite } from './import-drafts.ts';
import { jobsSuite } from './jobs.ts';
import { leasesSuite } from './leases.ts';
import { ledgerSuite } from './ledger.ts';
import { mirrorSuite } from './mirror.ts';
import { outboxSuite } from './outbox.ts';
import { plansSuite } from './plans.ts';
import { sendLimitsSuite } from './send-limits.ts';
import { submissionsSuite } from './submissions.ts';
import type { Suite } from './suite.ts';
import { troublesSuite } from './troubles.ts';
import { unreachablePeopleSuite } from './unreachable-people.ts';
import { updatesSuite } from './updates.ts';

/** Everything the store promises on any database. */
export const SUITES: Readonly<Record<string, Suite>> = {
  mirror: mirrorSuite,
  plans: plansSuite,
  outbox: outboxSuite,
  updates: updatesSuite,
  ledger: ledgerSuite,
  deliveries: deliveriesSuite,
  leases: leasesSuite,
  submissions: submissionsSuite,
  conversations: conversationsSuite,
  'check-in cards': checkInCardsSuite,
  imports: importDraftsSuite,
  jobs: jobsSuite,
  troubles: troublesSuite,
  channels: channelsSuite,
  'send limits': sendLimitsSuite,
  'unreachable people': unreachablePeopleSuite,
};
