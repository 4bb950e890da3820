import { youSaid } from '../../co-production/you-said.ts';
import type { YouSaidEntry } from '../../content.ts';
import type { ReportAbout, SectionRule } from '../about.ts';
import { entriesOf, oneLine, saidOf } from '../lines.ts';

const MOST = 5;
const SAID_LENGTH = 120;

/** What groups said, and what was done or could not be, and why. */
export const coProductionSection: SectionRule = (about) => {
  const entries = saidIn(about);
  return {
    id: 'co-production',
    title: 'What people said, and what came of it',
    words:
      entries.length === 0
        ? 'Nothing that groups said was recorded in this period.'
        : entriesOf(entries, { most: MOST, entry: entryWords, label: ({ who }) => who }).join('\n'),
    tables: [],
    sources: [],
    isInternal: false,
  };
};

export function saidIn({ plan, period }: ReportAbout): readonly YouSaidEntry[] {
  return youSaid(plan, period);
}

const OUTCOMES: Readonly<Record<YouSaidEntry['outcome'], string>> = {
  did: 'We did',
  doing: 'We are doing it',
  'could not': 'We could not',
  looking: 'We are looking into it',
};

function entryWords({ who, said, outcome, words }: YouSaidEntry): string {
  return `${who} said: ${oneLine(said, SAID_LENGTH)} ${OUTCOMES[outcome]}: ${saidOf(words)}`;
}
