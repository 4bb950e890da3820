import type { ItemLine } from '../../plan/content.ts';
import {
  CLOSED_STAGES,
  CONFIDENCE_MEANINGS,
  RAGS,
  type Rag,
  SCHEDULE_MEANINGS,
  type Stage,
} from '../../plan/glossary.ts';
import { worseOf } from '../../plan/schedule.ts';
import { markdownText, NOTE_LENGTH } from './plain-text.ts';

/** Colours of Adaptive Cards. Teams turns them into its own for light, dark and contrast. */
type CardColour = 'Default' | 'Good' | 'Warning' | 'Attention';

/** A status for people: letter (or sign), word and colour always together. */
export interface StatusWords {
  readonly text: string;
  readonly colour: CardColour;
}

const RAG_WORDS: Readonly<Record<Rag, StatusWords>> = {
  Green: { text: 'G Green', colour: 'Good' },
  Amber: { text: 'A Amber', colour: 'Warning' },
  Red: { text: 'R Red', colour: 'Attention' },
};

/** A colour with its letter. */
export const ragWords = (rag: Rag): StatusWords => RAG_WORDS[rag];

/** What a row begins with: the worse of the schedule's and the stated colour, as the counts have it; else the stage. */
export const statusOf = (line: ItemLine): StatusWords => {
  if (isClosed(line.stage)) return { text: `✓ ${line.stage}`, colour: 'Good' };
  const rag = worseOf(line.schedule, line.confidence);
  return rag ? ragWords(rag) : { text: '– No date', colour: 'Default' };
};

/** The colour that the row does not begin with, where the dates and the owner do not say the same. */
export const confidenceWords = (line: ItemLine): string | null => {
  const { schedule, confidence } = line;
  if (isClosed(line.stage) || !confidence || !schedule || confidence === schedule) return null;
  return worseOf(schedule, confidence) === schedule
    ? `the owner says ${ragWords(confidence).text}`
    : `the dates say ${ragWords(schedule).text}`;
};

/** The meaning of each colour that occurs, in one line; blank where none does. */
export const keyOf = (lines: readonly ItemLine[]): string => {
  const open = lines.filter((line) => !isClosed(line.stage));
  const shown = RAGS.filter((rag) => open.some((line) => (line.schedule ?? line.confidence) === rag));
  const stated = RAGS.flatMap((rag) => {
    const lines = open.filter((line) => confidenceWords(line) && line.confidence === rag);
    // Items of several plans may stand together, each plan with its own words.
    return [
      ...new Set(
        lines.map((line) => `${ragWords(rag).text}, ${markdownText(meaningOf(line, rag), NOTE_LENGTH)}`),
      ),
    ];
  });
  return [
    ...(shown.length > 0 ? [scheduleKey(shown)] : []),
    ...(stated.length > 0 ? [`Colours from the owner: ${stated.join('; ')}.`] : []),
  ].join(' ');
};

/** What colours mean that come from the dates. */
export const scheduleKey = (rags: readonly Rag[]): string =>
  `Colours from the dates: ${rags.map((rag) => `${ragWords(rag).text}, ${SCHEDULE_MEANINGS[rag]}`).join('; ')}.`;

/** What owners of the item’s plan mean by a colour they state. */
export const meaningOf = ({ confidenceMeanings = CONFIDENCE_MEANINGS }: ItemLine, rag: Rag): string =>
  confidenceMeanings[rag];

const isClosed = (stage: Stage): boolean => CLOSED_STAGES.some((closed) => closed === stage);
