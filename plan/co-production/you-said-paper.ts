import { formatMoment, formatPeriod, todayIn } from '../calendar/dates.ts';
import type { Paper, PaperBlock, YouSaidEntry } from '../content.ts';
import { countOf, listOf } from '../headline.ts';
import type { Period } from '../period.ts';
import type { Plan } from '../plan.ts';
import { themesInOrder } from '../themes.ts';
import { youSaidInPublic } from './you-said.ts';

const NO_THEME = 'The plan as a whole';

/** As each answer is read. */
const ANSWERS: Readonly<Record<YouSaidEntry['outcome'], string>> = {
  did: 'We did',
  doing: 'We are doing it',
  'could not': 'We could not',
  looking: 'Not answered yet',
};
const OUTCOMES = Object.keys(ANSWERS) as readonly YouSaidEntry['outcome'][];

/** “You said, we did, or could not and why”, theme by theme. @param period `null`: since the plan began */
export function youSaidPaper(plan: Plan, period: Period | null, now: Temporal.Instant): Paper {
  const { timeZone } = plan.settings;
  const entries = youSaidInPublic(plan, period);
  const themes = [...themesInOrder(plan).map(({ title }) => title), null];
  const told = themes.filter((theme) => entries.some(({ themeTitle }) => themeTitle === theme));
  const silent = themesInOrder(plan)
    .map(({ title }) => title)
    .filter((title) => !told.includes(title));
  const periodWords =
    period === null
      ? 'Since the plan began'
      : formatPeriod(todayIn(period.from, timeZone), todayIn(period.to, timeZone));
  return {
    title: 'You said, we did',
    subtitle: [plan.name, periodWords, `As at ${formatMoment(now, timeZone)}`],
    blocks: [
      { kind: 'paragraph', text: inShort(entries) },
      ...told.flatMap((theme) =>
        ofTheme(
          theme,
          entries.filter(({ themeTitle }) => themeTitle === theme),
        ),
      ),
      ...silenceOf(silent, entries.length > 0),
      { kind: 'heading', level: 1, text: 'How this was made' },
      {
        kind: 'paragraph',
        text: 'From the engagement log, comments on the plan, rankings and sign-offs of reference groups, as they stand in the plan’s lists. Groups are named and people are counted. Where nothing came of something yet, it says so.',
      },
    ],
    footer: `${plan.name}: you said, we did. As at ${formatMoment(now, timeZone)}.`,
  };
}

/** `12 things were said. We did 4 of them, are doing 3, could not do 1, and have not answered 4 yet.` */
function inShort(entries: readonly YouSaidEntry[]): string {
  if (entries.length === 0) return 'Nothing that people said is recorded for this time.';
  const count = (outcome: YouSaidEntry['outcome']) =>
    entries.filter((entry) => entry.outcome === outcome).length;
  const parts = [
    [`did ${count('did')}`, count('did')],
    [`are doing ${count('doing')}`, count('doing')],
    [`could not do ${count('could not')}`, count('could not')],
    [`have not answered ${count('looking')} yet`, count('looking')],
  ] as const;
  const told = parts.filter(([, all]) => all > 0).map(([words]) => words);
  const said = countOf(entries.length, 'thing was', 'things were');
  return `${said} said. Of these we ${listOf(told)}.`;
}

function ofTheme(theme: string | null, entries: readonly YouSaidEntry[]): readonly PaperBlock[] {
  const title = theme ?? NO_THEME;
  const rows = OUTCOMES.flatMap((outcome) => entries.filter((entry) => entry.outcome === outcome));
  return [
    { kind: 'heading', level: 1, text: title },
    {
      kind: 'table',
      table: {
        caption: `What was said, and what came of it: ${title}`,
        columns: ['You said', 'Who and when', 'What came of it'],
        rows: rows.map(({ said, who, onWords, outcome, words }) => [
          { text: said },
          { text: onWords === null ? who : `${who}, ${onWords}` },
          { text: `${ANSWERS[outcome]}: ${words}` },
        ]),
      },
    },
  ];
}

function silenceOf(themes: readonly string[], isSome: boolean): readonly PaperBlock[] {
  if (themes.length === 0 || !isSome) return [];
  return [
    { kind: 'heading', level: 1, text: 'Where nothing is recorded' },
    { kind: 'paragraph', text: 'Nothing that people said is recorded for these themes:' },
    { kind: 'list', entries: themes },
  ];
}
