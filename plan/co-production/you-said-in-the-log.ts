import type { EngagementAnswer } from '../glossary.ts';
import type { Plan } from '../plan.ts';
import type { Engagement } from '../rows.ts';
import { peopleWords } from './comment-mark.ts';
import { commentedItem } from './engagement-lines.ts';
import { STILL_LOOKING, standsWords, type Voice } from './you-said-voice.ts';

const OUTCOMES = {
  'We did': { outcome: 'did', unsaid: 'It is done. What exactly is not recorded yet.' },
  'We are doing it': { outcome: 'doing', unsaid: 'What exactly is not recorded yet.' },
  'We could not': { outcome: 'could not', unsaid: 'Why is not recorded yet.' },
} as const satisfies Record<EngagementAnswer, { outcome: Voice['outcome']; unsaid: string }>;

/** Entries of the engagement log that tell what people said, comments on the plan among them. */
export function saidInTheLog(plan: Plan): readonly Voice[] {
  return plan.engagements.flatMap((row) => {
    const said = row.said?.trim();
    if (!said) return [];
    return [
      { key: row.key, on: row.on, theme: row.theme ?? null, who: whoMet(row), said, ...whatCame(plan, row) },
    ];
  });
}

/** `Parents and carers (12 people)`. */
function whoMet({ title, voices = null }: Engagement): string {
  return voices === null ? title : `${title} (${peopleWords(voices)})`;
}

/** Where nobody has said what came of it, nothing is claimed; how the item stands is told of a comment on one. */
function whatCame(plan: Plan, row: Engagement): Pick<Voice, 'outcome' | 'words'> {
  const answer = row.answer ?? null;
  const words = row.outcome?.trim() || null;
  if (answer !== null) return { outcome: OUTCOMES[answer].outcome, words: words ?? OUTCOMES[answer].unsaid };
  const item = commentedItem(plan, row.key);
  const sofar = words ?? (item === null ? null : standsWords(plan, item));
  return { outcome: 'looking', words: sofar === null ? STILL_LOOKING : `${STILL_LOOKING} ${sofar}` };
}
