import type { ClosureInput, ClosureResult, ClosuresContent } from '../../plan/content.ts';
import { buildCalendarForm } from './calendar-form.ts';
import { KIND_CHOICES } from './calendar-preview-card.ts';
import { type CardContext, type CardJson, fitCard } from './card.ts';
import { checkedInput, MOST_CHOICES } from './form-input.ts';
import { lineOf, NAME_LENGTH } from './plain-text.ts';
import { bindReportSection } from './report-section.ts';

/** The input that names the days to take back. */
export const CLOSURE_INPUT = 'closure';

/** Rows that are listed. */
const MOST_LISTED = 30;

/** When a plan is closed or quiet, with what can be done about it. */
export const buildClosuresCard = (
  content: ClosuresContent,
  context: CardContext,
  /** What a press led to. */
  notice: string | null = null,
): CardJson => fitCard((limit) => build(content, context, notice, limit), { most: MOST_LISTED });

const build = (
  { planId, planName, closures }: ClosuresContent,
  context: CardContext,
  notice: string | null,
  limit: number,
): CardJson => {
  const shown = closures.slice(0, limit);
  const more = closures.length - shown.length;
  return buildCalendarForm(
    {
      heading: 'Closed and quiet days',
      hint: planName,
      notice: notice === null ? null : { text: notice, good: true },
      paragraphs:
        closures.length === 0
          ? [
              'None are coming. Add some, send me a calendar of school terms (.ics or .csv), or fill in the Closures list in SharePoint.',
            ]
          : [],
      sections: bindReportSection(
        'Coming',
        shown.map(({ title, daysWords, kindWords }) => ({
          label: lineOf(title, NAME_LENGTH),
          text: ` · ${daysWords} · ${lineOf(kindWords, NAME_LENGTH)}`,
        })),
        more > 0 ? `${more} more in the Closures list.` : '',
      ),
      inputs:
        shown.length === 0
          ? []
          : [
              {
                kind: 'choice',
                id: CLOSURE_INPUT,
                label: 'Take back',
                errorMessage: 'Choose which days.',
                value: '',
                choices: shown.map(({ key, title, daysWords }) => ({
                  title: `${title}, ${daysWords}`,
                  value: key,
                })),
              },
            ],
      buttons: [
        { title: 'Add', style: 'positive', data: { verb: 'show-closure-form', planId } },
        ...(shown.length === 0
          ? []
          : [{ title: 'Take back', takesInputs: true, data: { verb: 'cancel-closure', planId } } as const]),
      ],
    },
    context,
  );
};

/** The form of days on which the plan is closed or quiet, new or as somebody left it. */
export const buildClosureForm = (
  { planId, planName, groups }: ClosuresContent,
  context: CardContext,
  {
    closure = { title: '', from: '', to: '', kind: 'Quiet', groups: [] },
    problems = [],
  }: { readonly closure?: ClosureInput; readonly problems?: ClosureResult['problems'] } = {},
): CardJson => {
  const more = groups.length - MOST_CHOICES;
  return buildCalendarForm(
    {
      heading: 'Add closed or quiet days',
      hint: planName,
      notice:
        problems.length === 0
          ? null
          : {
              text: 'Nothing was saved yet. What you typed is kept; please look at what is marked.',
              good: false,
            },
      paragraphs:
        more > 0 ? [`${more} more groups are not listed here: name them in the Closures list instead.`] : [],
      sections: [],
      problems,
      inputs: [
        {
          kind: 'text',
          id: 'title',
          label: 'What is it?',
          errorMessage: 'Say what it is, like “Half term”.',
          value: closure.title,
          maxLength: 255,
        },
        {
          kind: 'date',
          id: 'from',
          label: 'First day',
          errorMessage: 'Choose its first day.',
          value: closure.from,
        },
        {
          kind: 'date',
          id: 'to',
          label: 'Last day; leave it empty for one day',
          errorMessage: 'Choose its last day.',
          value: closure.to,
        },
        {
          kind: 'choice',
          id: 'kind',
          label: 'What are these days?',
          errorMessage: 'Choose what these days are.',
          value: closure.kind,
          choices: KIND_CHOICES,
        },
        {
          kind: 'choices',
          id: 'groups',
          label: 'Quiet for these groups only; tick none for the whole plan',
          errorMessage: 'Tick groups of the list.',
          value: closure.groups.join(','),
          choices: groups
            .slice(0, MOST_CHOICES)
            .map(({ groupKey, groupName }) => ({ title: groupName, value: groupKey })),
        },
        ...checkedInput(
          closure.checked === true,
          problems.some(({ held }) => held),
        ),
      ],
      buttons: [
        { title: 'Save', style: 'positive', takesInputs: true, data: { verb: 'save-closure', planId } },
        { title: 'Back', data: { verb: 'show-closures', planId } },
      ],
    },
    context,
  );
};
