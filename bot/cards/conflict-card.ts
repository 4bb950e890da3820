import type { ConflictContent } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate } from './card.ts';
import { lineOf, linkOf, markdownText, NAME_LENGTH, NOTE_LENGTH, TITLE_LENGTH } from './plain-text.ts';
import { bindReportSection, type EntryWords } from './report-section.ts';
import template from './templates/conflict-card.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

/** What became of an answer when somebody had changed the same fields in SharePoint. */
export const buildConflictCard = (content: ConflictContent, context: CardContext): CardJson => {
  const isItem = content.label !== '';
  const heading = `${lineOf(content.label, 20)} ${lineOf(content.title, TITLE_LENGTH)}`.trim();
  return cardTemplate.expandCard({
    fallbackText: `Also changed in SharePoint: ${heading}`,
    heading: markdownText(heading, TITLE_LENGTH),
    plan: lineOf(content.planName, NAME_LENGTH),
    intro: `You ${isItem ? 'answered' : 'changed'} this, and it was also changed in SharePoint.`,
    sections: bindReportSection(
      '',
      content.fields.map((field) => fieldEntry(field, content)),
    ),
    rowUrl: linkOf(content.rowUrl),
    planUrl: context.tabLink({ planId: content.planId }),
  });
};

const fieldEntry = (
  { field, yours, theirs, kept }: ConflictContent['fields'][number],
  { byName, atWords }: ConflictContent,
): EntryWords => {
  const who = byName === null ? 'it was changed' : `${lineOf(byName, NAME_LENGTH)} changed it`;
  const when = atWords === null ? '' : ` on ${atWords}`;
  const [said, changed] = [quoted(yours), quoted(theirs)];
  const stays = kept === 'yours' ? yours : theirs;
  return {
    label: `${lineOf(field, NAME_LENGTH)}: `,
    text: `you said ${said}; ${who} in SharePoint${when} to ${changed}. ${isBlank(stays) ? 'It stays blank' : `${quoted(stays)} stays`}, because it is the later of the two.`,
  };
};

const isBlank = (value: string): boolean => value.trim() === '';

const quoted = (value: string): string => (isBlank(value) ? 'nothing' : `“${lineOf(value, NOTE_LENGTH)}”`);
