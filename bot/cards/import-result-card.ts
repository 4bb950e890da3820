import type { ImportResultContent } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate } from './card.ts';
import { COUNTS_AFTER, countEntries } from './import-counts.ts';
import { lineOf, markdownText, NAME_LENGTH, PARAGRAPH_LENGTH } from './plain-text.ts';
import { bindReportSection } from './report-section.ts';
import template from './templates/import-result-card.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

/** What an import did; where it stopped, why and what to do come first. */
export const buildImportResultCard = (content: ImportResultContent, context: CardContext): CardJson => {
  const { failure } = content;
  const heading = `${lineOf(content.fileName, NAME_LENGTH)}: ${failure === null ? 'imported' : 'not all imported'}`;
  return cardTemplate.expandCard({
    fallbackText: heading,
    heading: markdownText(heading, NAME_LENGTH + 20),
    plan: lineOf(content.planName, NAME_LENGTH),
    outcome:
      failure === null ? '✓ Everything is in the SharePoint lists.' : lineOf(failure, PARAGRAPH_LENGTH),
    outcomeColour: failure === null ? 'Good' : 'Attention',
    sections: bindReportSection(
      failure === null ? 'What was done' : 'What was done so far',
      countEntries(content.lists, COUNTS_AFTER),
    ),
    planUrl: context.tabLink({ planId: content.planId }),
  });
};
