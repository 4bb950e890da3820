import type { ReportReminderContent } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate } from './card.ts';
import { lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH } from './plain-text.ts';
import { bindReportSection } from './report-section.ts';
import template from './templates/report-reminder-card.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

/** That a board's report is not posted, and what it still needs. */
export const buildReportReminderCard = (content: ReportReminderContent, context: CardContext): CardJson => {
  const name = lineOf(content.boardName, NAME_LENGTH);
  const heading = `${name}: the report is ${content.isOverdue ? 'overdue' : 'not posted yet'}`;
  const report = content.reportKey === null ? {} : { report: content.reportKey };
  return cardTemplate.expandCard({
    fallbackText: heading,
    heading: markdownText(heading, NAME_LENGTH + 40),
    plan: lineOf(content.planName, NAME_LENGTH),
    intro: `The board ${content.isOverdue ? 'met' : 'meets'} ${content.awayWords} (${content.meetingWords}).`,
    sections: bindReportSection(
      'What it still needs',
      content.missing.map((words) => ({ label: '', text: lineOf(words, 2 * NOTE_LENGTH) })),
    ),
    openTitle: content.reportKey === null ? 'Open the board’s reports' : 'Open the report',
    planUrl: context.tabLink({ planId: content.planId, view: 'reports', ...report }),
  });
};
