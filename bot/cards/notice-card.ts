import type { NoticeContent } from '../../plan/content.ts';
import { buildAlertCard } from './alert-card.ts';
import { buildBoardSummaryCard } from './board-summary-card.ts';
import type { CardContext, CardJson } from './card.ts';
import { buildCheckInCard } from './check-in-card.ts';
import { buildConflictCard } from './conflict-card.ts';
import { buildDigestCard } from './digest-card.ts';
import { buildImportResultCard } from './import-result-card.ts';
import { buildReminderCard } from './reminder-card.ts';
import { buildReportReminderCard } from './report-reminder-card.ts';
import { buildSummaryCard } from './summary-card.ts';
import { buildSupersededCard } from './superseded-card.ts';
import { buildTroubleCard } from './trouble-card.ts';

/** A notice as a card, with one line for notifications. */
export const buildNoticeCard = (
  content: NoticeContent,
  context: CardContext,
): { readonly card: CardJson; readonly summary: string } => {
  const card = build(content, context);
  return { card, summary: String(card.fallbackText ?? '') };
};

const build = (content: NoticeContent, context: CardContext): CardJson => {
  switch (content.kind) {
    case 'check-in':
      return buildCheckInCard(content, context);
    case 'superseded':
      return buildSupersededCard(content, context);
    case 'alert':
      return buildAlertCard(content, context);
    case 'digest':
      return buildDigestCard(content, context);
    case 'summary':
      return buildSummaryCard(content, context);
    case 'reminder':
      return buildReminderCard(content, context);
    case 'board-summary':
      return buildBoardSummaryCard(content, context);
    case 'report-reminder':
      return buildReportReminderCard(content, context);
    case 'trouble':
      return buildTroubleCard(content, context);
    case 'conflict':
      return buildConflictCard(content, context);
    case 'import-result':
      return buildImportResultCard(content, context);
  }
};
