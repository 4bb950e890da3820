import { formatPeriod } from '../calendar/dates.ts';
import type {
  BoardReportData,
  Paper,
  PaperBlock,
  ReportEdit,
  ReportSectionId,
  YouSaidEntry,
} from '../content.ts';
import { easyTitle, inFull, thingsOf } from './easy-words.ts';
import { editOf } from './edited.ts';
import { firstOf, nameOf, saidOf } from './lines.ts';
import { startWordsIn } from './measure-words.ts';
import { blocksOf, isOnlyInternal } from './parse-words.ts';

const MOST = 5;
const MOST_VOICES = 3;
const SAID_LENGTH = 160;

/**
 * A report in short sentences, one idea a line, from facts only: nobody's words about an item stand in it. Of a section that
 * somebody called internal it tells nothing, and nothing of an item whose line somebody began with `Internal:`. What people
 * said reads as somebody put it, where somebody did: who takes a voice out of the report wants it in no paper.
 */
export function easyReadPaper(data: BoardReportData, edits: readonly ReportEdit[]): Paper {
  const isTold = (id: ReportSectionId) => editOf(edits, id)?.isInternal !== true;
  const toldOf: ToldOf = (id, facts) => {
    const words = editOf(edits, id)?.words ?? '';
    return facts.filter((fact) => !isOnlyInternal(nameOf(fact), words));
  };
  const said = editOf(edits, 'co-production')?.words ?? null;
  return {
    title: 'How our plan is going',
    subtitle: ['Easy read', data.planName, inFull(formatPeriod(data.periodFrom, data.periodTo))],
    blocks: [
      ...aboutBlocks(data),
      ...(isTold('themes') ? colourBlocks(data) : []),
      ...(isTold('changed') ? [...doneBlocks(data, toldOf), ...lateBlocks(data, toldOf)] : []),
      ...(isTold('next') ? nextBlocks(data, toldOf) : []),
      ...(isTold('measures') ? measureBlocks(data) : []),
      ...(isTold('co-production') ? voiceBlocks(data, said) : []),
    ],
    footer: `${data.planName} · Easy read`,
    isLarge: true,
  };
}

/** Those items that nobody held back from the public. */
type ToldOf = <T extends { readonly label: string; readonly title: string }>(
  id: ReportSectionId,
  facts: readonly T[],
) => readonly T[];

function aboutBlocks({ boardName, planName }: BoardReportData): readonly PaperBlock[] {
  return [
    heading('What this is about'),
    line('We have a plan to make things better.'),
    line('The name of the plan is:'),
    list([planName]),
    line('A group of people checks the plan.'),
    line('The name of the group is:'),
    list([boardName]),
  ];
}

/** Colours only with what they mean, and only those there are. */
function colourBlocks({ facts, now }: BoardReportData): readonly PaperBlock[] {
  if (facts.total === 0) return [heading('How it is going'), line('There is nothing in the plan yet.')];
  const lines = [
    now.complete > 0 ? [`${thingsOf(now.complete)} ${isOrAre(now.complete)} done.`] : [],
    now.green > 0 ? colour(now.green, 'green', 'is going well', 'are going well') : [],
    now.amber > 0 ? colour(now.amber, 'amber', 'has some problems', 'have some problems') : [],
    now.red > 0 ? colour(now.red, 'red', 'is late or needs help', 'are late or need help') : [],
    now.undated > 0 ? [`${thingsOf(now.undated)} ${now.undated === 1 ? 'has' : 'have'} no date yet.`] : [],
  ].flat();
  return [
    heading('How it is going'),
    line(`There ${isOrAre(facts.total)} ${thingsOf(facts.total)} to do in the plan.`),
    ...lines.map(line),
  ];
}

function colour(count: number, name: string, one: string, many: string): readonly string[] {
  return [
    `${thingsOf(count)} ${isOrAre(count)} ${name}.`,
    `That means ${count === 1 ? `it ${one}` : `they ${many}`}.`,
  ];
}

function doneBlocks({ facts: { reached } }: BoardReportData, toldOf: ToldOf): readonly PaperBlock[] {
  if (reached.length === 0)
    return [heading('What we finished'), line('We did not finish anything this time.')];
  const done = toldOf('changed', reached);
  if (done.length === 0) return [];
  return [
    heading('What we finished'),
    line('We finished:'),
    ...listed(done, ({ title }) => easyTitle(title)),
  ];
}

function lateBlocks({ facts }: BoardReportData, toldOf: ToldOf): readonly PaperBlock[] {
  const slipped = toldOf('changed', facts.slipped);
  if (slipped.length === 0) return [];
  const { shown, rest } = firstOf(slipped, MOST);
  return [
    heading('What will be late'),
    ...shown.flatMap(({ title, fromWords, toWords }) => [
      line(easyTitle(title)),
      list([`We first said: ${inFull(fromWords)}.`, `Now we say: ${inFull(toWords)}.`]),
    ]),
    ...moreBlocks(rest.length, 'will be late too'),
  ];
}

function nextBlocks({ facts }: BoardReportData, toldOf: ToldOf): readonly PaperBlock[] {
  if (facts.next.length === 0)
    return [heading('What comes next'), line('Nothing is planned for the next weeks.')];
  const next = toldOf('next', facts.next);
  if (next.length === 0) return [];
  const { shown, rest } = firstOf(next, MOST);
  const byDay = [...Map.groupBy(shown, ({ dueWords }) => dueWords)];
  return [
    heading('What comes next'),
    ...byDay.flatMap(([dueWords, due]) => [
      line(`We want to finish this by ${inFull(dueWords)}:`),
      list(due.map(({ title }) => easyTitle(title))),
    ]),
    ...moreBlocks(rest.length, rest.length === 1 ? 'comes next too' : 'come next too'),
  ];
}

function measureBlocks({ facts: { measures } }: BoardReportData): readonly PaperBlock[] {
  if (measures.length === 0) return [];
  return [
    heading('What we count'),
    ...measures
      .slice(0, MOST)
      .flatMap(({ title, valueWords, targetWords }) => [
        line(easyTitle(title)),
        list([
          ...valueLines(valueWords),
          ...(targetWords === null ? [] : [`We want: ${inFull(targetWords)}.`]),
        ]),
      ]),
  ];
}

function valueLines(valueWords: string): readonly string[] {
  if (valueWords === 'no figure yet') return ['We have no number yet.'];
  const start = startWordsIn(valueWords);
  return start === null
    ? [`Now: ${inFull(valueWords)}.`]
    : [`At the start: ${inFull(start)}.`, 'We have no newer number yet.'];
}

const CAME: Readonly<Record<YouSaidEntry['outcome'], string>> = {
  did: 'We did this:',
  doing: 'We are doing this:',
  'could not': 'We could not do it. This is why:',
  looking: 'We are still thinking about it.',
};

/** @param edited what somebody made of the section; `null`: as the data say */
function voiceBlocks({ facts: { voices } }: BoardReportData, edited: string | null): readonly PaperBlock[] {
  const told =
    edited === null
      ? voices.slice(0, MOST_VOICES).flatMap(oneVoice)
      : blocksOf(edited, { without: 'internal' });
  return told.length === 0 ? [] : [heading('What people told us'), ...told];
}

function oneVoice({ who, said, outcome, words }: YouSaidEntry): readonly PaperBlock[] {
  return [
    line(`${who} said:`),
    list([saidOf(said, SAID_LENGTH)]),
    line(CAME[outcome]),
    ...(words.trim() === '' ? [] : [list([saidOf(words, SAID_LENGTH)])]),
  ];
}

function listed<T>(all: readonly T[], entry: (one: T) => string): readonly PaperBlock[] {
  const { shown, rest } = firstOf(all, MOST);
  return [
    list(shown.map(entry)),
    ...moreBlocks(rest.length, rest.length === 1 ? 'is done too' : 'are done too'),
  ];
}

function moreBlocks(count: number, words: string): readonly PaperBlock[] {
  return count === 0 ? [] : [line(`${count} more ${count === 1 ? 'thing' : 'things'} ${words}.`)];
}

function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}

function heading(text: string): PaperBlock {
  return { kind: 'heading', level: 1, text };
}

function line(text: string): PaperBlock {
  return { kind: 'paragraph', text };
}

function list(entries: readonly string[]): PaperBlock {
  return { kind: 'list', entries };
}
