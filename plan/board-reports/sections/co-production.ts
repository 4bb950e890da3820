import { youSaid } from '../../co-production/you-said.ts';
import type { YouSaidEntry } from '../../content.ts';
import type { ReportAbout, SectionRule } from '../about.ts';
import { firstOf } from '../lines.ts';
import { voiceWords } from '../voice-words.ts';

const MOST = 4;
const SAID_LENGTH = 120;

/** What groups said, and what was done or could not be, and why. */
export const coProductionSection: SectionRule = (about) => {
  const { shown, rest } = firstOf(saidIn(about), MOST);
  const more = rest.length === 0 ? [] : [`- and ${rest.length} more, on the page Co-production`];
  return {
    id: 'co-production',
    title: 'What people said, and what came of it',
    words:
      shown.length === 0
        ? 'Nothing that groups said was recorded in this period.'
        : [...shown.map((entry) => `- ${voiceWords(entry, SAID_LENGTH)}`), ...more].join('\n'),
    tables: [],
    sources: [],
    isInternal: false,
  };
};

/** What the report before did not know of. */
export function saidIn({ plan, period, previous }: ReportAbout): readonly YouSaidEntry[] {
  return youSaid(plan, period, previous?.facts.heard ?? null);
}
