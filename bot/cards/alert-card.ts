import type { AlertContent } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { bindItemRow } from './item-row.ts';
import { markdownText, NAME_LENGTH } from './plain-text.ts';
import { keyOf } from './status.ts';
import template from './templates/alert-card.json' with { type: 'json' };
import { groupTitle } from './wording.ts';

const cardTemplate = createTemplate(template);

/** Sections of the card, worst first. */
const SECTIONS = [
  { what: 'missed', title: 'Missed' },
  { what: 'due today', title: 'Due today' },
  { what: 'coming', title: 'Coming up' },
  { what: 'reached', title: 'Reached' },
] as const satisfies readonly { what: AlertContent['entries'][number]['what']; title: string }[];

/** Dates of one group that fall together: one post. */
export const buildAlertCard = (content: AlertContent, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(content, context, limit)));

const bind = (content: AlertContent, context: CardContext, limit: number) => {
  const sorted = SECTIONS.flatMap(({ what }) => content.entries.filter((entry) => entry.what === what));
  const shown = sorted.slice(0, limit);
  const only = content.entries.length === 1 ? content.entries[0] : undefined;
  const heading = `${groupTitle(content.groupName)}: dates to know`;
  const more = sorted.length - shown.length;
  return {
    fallbackText: `${heading}, ${content.todayWords}`,
    heading: markdownText(heading, NAME_LENGTH + 20),
    today: content.todayWords,
    sections: SECTIONS.map(({ what, title }) => ({
      title,
      rows: shown
        .filter((entry) => entry.what === what)
        .map(({ line, whenWords }) => bindItemRow({ ...line, dueIn: null }, { when: whenWords })),
    })).filter((section) => section.rows.length > 0),
    rest: more > 0 ? `${more} more in the plan.` : '',
    key: keyOf(shown.map((entry) => entry.line)),
    planUrl: context.tabLink({ planId: content.planId, ...(only ? { ref: only.line.ref } : {}) }),
  };
};
