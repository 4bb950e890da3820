import type { CalendarPreviewContent, ClosureLine, WhichCalendarPlanContent } from '../../plan/content.ts';
import { buildCalendarForm } from './calendar-form.ts';
import { type CardContext, type CardJson, type ElementJson, fitCard } from './card.ts';
import { PLAN_INPUT } from './choose-plan-card.ts';
import { MOST_CHOICES } from './form-input.ts';
import { lineOf, NAME_LENGTH, NOTE_LENGTH } from './plain-text.ts';
import { bindReportSection } from './report-section.ts';

/** The input that says what the days are. */
export const KIND_INPUT = 'kind';

/** Lines shown of each list. */
const LONGEST_LIST = 20;

/** What quiet and closed mean, as choices. */
export const KIND_CHOICES = [
  { title: 'Quiet: no reminders and alerts; meetings go on', value: 'Quiet' },
  { title: 'Closed: no working days; meetings move', value: 'Closed' },
] as const;

/** What importing a calendar would do. Nothing is written before `Import` is pressed. */
export const buildCalendarPreviewCard = (content: CalendarPreviewContent, context: CardContext): CardJson =>
  fitCard((limit) => build(content, context, limit));

/** Asks which plan a calendar is for. */
export const buildWhichCalendarPlanCard = (
  { draftKey, fileName, plans }: WhichCalendarPlanContent,
  context: CardContext,
): CardJson => {
  const draft = { draftKey, fileName: lineOf(fileName, NAME_LENGTH) };
  const more = plans.length - MOST_CHOICES;
  return buildCalendarForm(
    {
      heading: `Which plan is ${draft.fileName} for?`,
      hint: 'You manage several. Nothing is written until you have seen what it would do.',
      notice: null,
      paragraphs: more > 0 ? [`${more} more plans are not listed here.`] : [],
      sections: [],
      inputs: [
        {
          kind: 'choice',
          id: PLAN_INPUT,
          label: 'Plan',
          errorMessage: 'Choose a plan.',
          value: '',
          choices: plans
            .slice(0, MOST_CHOICES)
            .map(({ planId, planName }) => ({ title: planName, value: planId })),
        },
      ],
      buttons: [
        {
          title: 'Show what it would do',
          style: 'positive',
          takesInputs: true,
          data: { verb: 'choose-calendar-plan', planId: null, draft },
        },
        { title: 'Cancel', data: { verb: 'forget-calendar', planId: null, draft } },
      ],
    },
    context,
  );
};

const build = (content: CalendarPreviewContent, context: CardContext, limit: number): CardJson => {
  const { planId, added, changed } = content;
  const draft = { draftKey: content.draftKey, fileName: lineOf(content.fileName, NAME_LENGTH) };
  const hasWork = added.length + changed.length > 0;
  return buildCalendarForm(
    {
      heading: `${draft.fileName}: what importing it would do`,
      hint: content.planName,
      notice: null,
      paragraphs: [content.readingWords, content.countsWords],
      sections: [
        ...lines('New', added.map(wordsOf), limit),
        ...lines('Changed', changed.map(plain), limit),
        ...lines('As they are', content.unchanged.map(wordsOf), limit),
        ...lines('Please check', content.doubts.map(plain), limit),
      ],
      inputs: hasWork
        ? [
            {
              kind: 'choice',
              id: KIND_INPUT,
              label: 'What are these days, where the file does not say?',
              errorMessage: 'Choose what these days are.',
              value: content.closureKind,
              choices: KIND_CHOICES,
            },
          ]
        : [],
      buttons: [
        ...(hasWork
          ? [
              {
                title: 'Import',
                style: 'positive',
                takesInputs: true,
                data: { verb: 'import-calendar', planId, draft },
              } as const,
            ]
          : []),
        { title: 'Cancel', data: { verb: 'forget-calendar', planId, draft } },
      ],
    },
    context,
  );
};

interface Line {
  readonly label: string;
  readonly text: string;
}

const wordsOf = ({ title, daysWords }: ClosureLine): Line => ({
  label: lineOf(title, NAME_LENGTH),
  text: ` · ${daysWords}`,
});

const plain = (text: string): Line => ({ label: '', text: lineOf(text, NOTE_LENGTH) });

const lines = (title: string, entries: readonly Line[], limit: number): readonly ElementJson[] => {
  const shown = entries.slice(0, Math.min(limit, LONGEST_LIST));
  const more = entries.length - shown.length;
  return bindReportSection(title, shown, more > 0 ? `${more} more.` : '');
};
