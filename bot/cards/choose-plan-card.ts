import type { WhichPlanContent } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { lineOf, markdownText, NAME_LENGTH } from './plain-text.ts';
import { type ImportData, submissionData } from './submission.ts';
import template from './templates/choose-plan-card.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

/** The input that brings the chosen plan. */
export const PLAN_INPUT = 'plan';

/** Asks which plan a file is for. */
export const buildWhichPlanCard = (content: WhichPlanContent, context: CardContext): CardJson => {
  const file = {
    planId: null,
    importKey: content.importKey,
    fileName: lineOf(content.fileName, NAME_LENGTH),
    submissionKey: context.submissionKey,
  } satisfies Partial<ImportData>;
  return build({
    heading: `Which plan is ${file.fileName} for?`,
    question: 'You manage several. Nothing is written until you have seen what it would do.',
    plans: content.plans,
    choose: 'Show what it would do',
    chosen: submissionData({ verb: 'choose-plan', ...file }),
    cancel: submissionData({ verb: 'cancel-import', ...file }),
  });
};

/** Asks which plan to export. */
export const buildExportWhichCard = (
  content: Pick<WhichPlanContent, 'plans'> & { readonly format: 'xlsx' | 'csv' },
  context: CardContext,
): CardJson =>
  build({
    heading: 'Which plan would you like as a file?',
    question: 'You are in several.',
    plans: content.plans,
    choose: 'Export',
    chosen: submissionData({
      verb: 'export',
      format: content.format,
      submissionKey: context.submissionKey,
    }),
    cancel: null,
  });

const build = ({
  heading,
  plans,
  chosen,
  cancel,
  ...words
}: {
  readonly heading: string;
  readonly question: string;
  readonly plans: WhichPlanContent['plans'];
  /** The title of the button. */
  readonly choose: string;
  readonly chosen: ReturnType<typeof submissionData>;
  /** `null` = there is nothing to forget. */
  readonly cancel: ReturnType<typeof submissionData> | null;
}): CardJson =>
  fitCard(
    (limit) =>
      cardTemplate.expandCard({
        ...words,
        fallbackText: heading,
        heading: markdownText(heading, NAME_LENGTH + 40),
        plans: plans
          .slice(0, limit)
          .map(({ planId, planName }) => ({ title: lineOf(planName, NAME_LENGTH), value: planId })),
        rest: plans.length > limit ? `${plans.length - limit} more are not shown.` : '',
        verb: chosen.milepost.verb,
        chosen,
        canCancel: cancel !== null,
        cancel: cancel ?? {},
      }),
    { most: plans.length },
  );
