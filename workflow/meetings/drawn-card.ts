import { createHash } from 'node:crypto';
import type { CheckInContent, SupersededContent } from '../../plan/content.ts';
import type { Drawn } from '../../store/check-in-cards.ts';

/** What is remembered of what a card shows: one that would look the same is not drawn again. */
export function drawnOf(content: CheckInContent | SupersededContent): Drawn {
  return {
    drawn: createHash('sha256').update(JSON.stringify(content)).digest('base64'),
    waiting: content.kind === 'check-in' ? (content.waitingCount ?? 0) : 0,
  };
}
