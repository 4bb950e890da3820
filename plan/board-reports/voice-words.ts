import type { YouSaidEntry } from '../content.ts';
import { oneLine, saidOf } from './lines.ts';

const WHO_LENGTH = 120;

/** What came of it, as a sentence begins. What nobody has answered yet says so itself. */
const CAME: Readonly<Record<YouSaidEntry['outcome'], string>> = {
  did: 'We did: ',
  doing: 'We are doing it: ',
  'could not': 'We could not: ',
  looking: '',
};

/** `Parents and carers (12 people) said: … We did: …` @param limit for what they said, and for what came of it */
export function voiceWords({ who, said, outcome, words }: YouSaidEntry, limit: number): string {
  const came = words.trim() === '' ? 'Nothing came of it yet.' : `${CAME[outcome]}${saidOf(words, limit)}`;
  return `${oneLine(who, WHO_LENGTH)} said: ${saidOf(said, limit)} ${came}`;
}
