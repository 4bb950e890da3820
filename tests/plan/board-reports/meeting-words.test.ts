import { expect, test } from '@jest/globals';
import { beforeMeetingWords, openDraftWords } from '../../../plan/board-reports/meeting-words.ts';

test('a draft is for a meeting until that is over, and overdue from then on', () => {
  const on = '2022-01-20';
  expect(beforeMeetingWords(on, on)).toBe(' before the meeting on Thu 20 Jan 2022');
  expect(beforeMeetingWords(on, '2022-01-21')).toBe(', though its meeting was on Thu 20 Jan 2022');
  expect(beforeMeetingWords(null, on)).toBe('');
  expect(openDraftWords(on, on)).toBe('The draft for the meeting on Thu 20 Jan 2022 is open.');
  expect(openDraftWords(on, '2022-01-21')).toBe(
    'The draft for the meeting on Thu 20 Jan 2022 is overdue: it was not posted.',
  );
  expect(openDraftWords(null, on)).toBe('A draft is open.');
});
