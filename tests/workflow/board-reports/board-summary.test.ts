import { expect, test } from '@jest/globals';
import { boardSummary } from '../../../workflow/views/board-summary.ts';
import { AUTHOR, BOARD_CHAIR, CHANNEL, MANAGER, OWNER } from './board-plan.ts';
import { deps, draft, openReportDesk, postFirst, save } from './report-desk.ts';

openReportDesk();

const summary = (actor = BOARD_CHAIR, channelId = CHANNEL) => boardSummary(deps, { actor, channelId });

test('“board summary” shows the draft as it stands, says that it is one, and leads to it', async () => {
  await draft();
  await save(AUTHOR, 'Agree the budget.');
  const shown = await summary();
  expect(shown).toMatchObject({
    kind: 'board-summary',
    report: { key: 'report:board:2022-02-14', version: null },
    draftWords: expect.stringContaining('not posted yet'),
  });
  expect(JSON.stringify(shown)).toContain('Agree the budget.');
});

test('once the report is posted it says when there will be another draft', async () => {
  await postFirst();
  expect(await summary()).toEqual({
    kind: 'no-draft',
    words:
      'The last report of the SEND Improvement Board is posted, and no draft is open. The next draft is made on Tue 15 Feb 2022.',
  });
});

test('a board that never had a report gets a summary of the data', async () => {
  expect(await summary()).toMatchObject({ kind: 'board-summary', boardName: 'SEND Improvement Board' });
});

test('it is for the chair of the board, in its channel', async () => {
  await draft();
  for (const actor of [OWNER, AUTHOR, MANAGER])
    await expect(summary(actor)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      userMessage: expect.stringContaining('chair'),
    });
  await expect(summary(BOARD_CHAIR, 'channel-1')).rejects.toMatchObject({ code: 'BAD_INPUT' });
});
