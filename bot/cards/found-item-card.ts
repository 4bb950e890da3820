import type { FoundItem } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate } from './card.ts';
import { dueOf } from './item-row.ts';
import { lineOf, markdownText, NAME_LENGTH, TITLE_LENGTH } from './plain-text.ts';
import { confidenceWords, keyOf, statusOf } from './status.ts';
import template from './templates/found-item-card.json' with { type: 'json' };
import { groupTitle, joinDots } from './wording.ts';

const cardTemplate = createTemplate(template);

/** How an item stands, to be posted where the plan's people may not be alone: its status, and nobody's words. */
export const buildFoundItemCard = (found: FoundItem, context: CardContext): CardJson => {
  const { line, planId } = found;
  const { text: status, colour } = statusOf(line);
  const heading = headingOf(found);
  return cardTemplate.expandCard({
    fallbackText: `${heading}: ${status}`,
    heading: markdownText(heading, TITLE_LENGTH + 20),
    status,
    colour,
    details: factsOf(found),
    where: lineOf(found.planName, NAME_LENGTH),
    key: keyOf([line]),
    planUrl: context.tabLink({ planId, ref: line.ref }),
  });
};

/** The same in two lines, for the list it is chosen from. Some hosts take marks of HTML there for what they mean. */
export const previewOf = (found: FoundItem): { readonly title: string; readonly text: string } => ({
  title: headingOf(found),
  text: withoutMarks(joinDots([statusOf(found.line).text, factsOf(found)])),
});

const headingOf = ({ line }: FoundItem): string =>
  withoutMarks(`${lineOf(line.label, 20)} ${lineOf(line.title, TITLE_LENGTH)}`);

const factsOf = ({ line, groupName }: FoundItem): string =>
  joinDots([
    line.ownerName === null ? 'no owner' : lineOf(line.ownerName, NAME_LENGTH),
    line.stage.toLowerCase(),
    dueOf(line),
    confidenceWords(line),
    groupName === null ? null : groupTitle(groupName),
  ]);

const withoutMarks = (text: string): string => text.replaceAll('<', '‹').replaceAll('>', '›');
