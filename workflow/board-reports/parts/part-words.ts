import { formatMoment } from '../../../plan/calendar/dates.ts';
import type { ReportPartView } from '../../../plan/content.ts';
import type { StoredPart } from '../../../store/board-report-parts.ts';

/** What became of a document. */
export function viewPart(
  { part, state, url, reason, code, settledAt }: StoredPart,
  { timeZone, mayRetry }: { readonly timeZone: string; readonly mayRetry: boolean },
): ReportPartView {
  const hasTried = code !== null;
  return {
    part,
    state,
    words: wordsOf({
      state,
      hasTried,
      reason,
      at: settledAt === null ? null : formatMoment(settledAt, timeZone),
    }),
    url,
    mayRetry: mayRetry && (state === 'failed' || (state === 'waiting' && hasTried)),
  };
}

function wordsOf({
  state,
  hasTried,
  reason,
  at,
}: Pick<StoredPart, 'state' | 'reason'> & {
  readonly hasTried: boolean;
  readonly at: string | null;
}): string {
  if (state === 'done')
    return at === null ? 'In the site’s documents.' : `In the site’s documents since ${at}.`;
  if (state === 'waiting')
    return hasTried ? `${reason ?? NO_REASON} It is tried again by itself.` : 'It is being made.';
  return reason ?? NO_REASON;
}

const NO_REASON = 'It could not be made.';
