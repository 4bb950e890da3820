import type { ReminderContent } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { bindItemRow } from './item-row.ts';
import { markdownText, NAME_LENGTH } from './plain-text.ts';
import { keyOf } from './status.ts';
import { submissionData } from './submission.ts';
import template from './templates/reminder-card.json' with { type: 'json' };
import { countOf } from './wording.ts';

const cardTemplate = createTemplate(template);

/** Plans on one reminder: each has two buttons, and a card carries six. */
const MAX_PLANS = 3;

/** One person's message of the day, over all their plans. */
export const buildReminderCard = (content: ReminderContent, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(content, context, limit)));

const bind = (content: ReminderContent, context: CardContext, limit: number) => {
  const plans = content.plans.slice(0, MAX_PLANS);
  const total = content.plans.reduce((sum, plan) => sum + plan.entries.length, 0);
  const morePlans = content.plans.length - plans.length;
  const heading = `${countOf(total, 'item needs', 'items need')} a word from you`;
  return {
    fallbackText: `${heading}, ${content.todayWords}`,
    heading,
    today: content.todayWords,
    plans: plans.map((plan) => {
      const more = plan.entries.length - limit;
      return {
        title: markdownText(plan.planName, NAME_LENGTH),
        rows: plan.entries
          .slice(0, limit)
          .map(({ line, why }) => bindItemRow(line, why === 'check-in unanswered' ? { when: why } : {})),
        rest: more > 0 ? `${more} more in the plan.` : '',
        answer: submissionData({
          verb: 'refresh',
          planId: plan.planId,
          submissionKey: context.submissionKey,
        }),
        planUrl: context.tabLink({ planId: plan.planId }),
      };
    }),
    rest: morePlans > 0 ? `${countOf(morePlans, 'more plan has', 'more plans have')} items for you.` : '',
    key: keyOf(plans.flatMap((plan) => plan.entries.slice(0, limit).map((entry) => entry.line))),
  };
};
