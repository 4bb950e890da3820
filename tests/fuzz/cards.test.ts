import { expect, test } from '@jest/globals';
import { complaintsAbout } from '../../bench/parts/fuzz/inspect.ts';
import { HOSTILE } from '../../bench/parts/fuzz/texts.ts';
import { cleanJson } from '../../bot/turn/clean-json.ts';
import { everyCard } from '../bot/helpers/every-card.ts';

const contentType = 'application/vnd.microsoft.card.adaptive';

test.each(HOSTILE)('no card lets this be anything but words: %j', (hostile) => {
  const text = String(cleanJson(hostile));
  const line = { title: text, ownerName: text, latestNote: text, waitingOnName: text };
  for (const [name, content] of everyCard({ line: { ...line, stage: 'Waiting on others' }, text }))
    expect([name, complaintsAbout({ contentType, content })]).toEqual([name, []]);
});
