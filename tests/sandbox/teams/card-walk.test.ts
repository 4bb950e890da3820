import { describe, expect, test } from '@jest/globals';
import { describeActions, listActions } from '../../../sandbox/teams/card-walk.ts';

const CARD = {
  type: 'AdaptiveCard',
  body: [
    { type: 'Input.Text', id: 'note', value: 'as before' },
    { type: 'Input.Text', id: 'empty' },
    { type: 'Input.Toggle', id: 'sure', valueOn: 'yes', valueOff: 'no' },
    { type: 'Input.Number', id: 'days', value: 0 },
    {
      type: 'Table',
      rows: [
        {
          type: 'TableRow',
          cells: [
            {
              type: 'TableCell',
              items: [
                { type: 'ActionSet', actions: [{ type: 'Action.Execute', verb: 'row', data: { item: 1 } }] },
              ],
            },
          ],
        },
      ],
    },
    {
      type: 'Container',
      selectAction: { type: 'Action.OpenUrl', title: 'Open row', url: 'https://example.org' },
    },
  ],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Save',
      verb: 'save',
      associatedInputs: 'none',
      fallback: { type: 'Action.Submit', title: 'Fallback' },
    },
    {
      type: 'Action.ShowCard',
      title: 'More',
      card: {
        type: 'AdaptiveCard',
        body: [{ type: 'Input.Date', id: 'due', value: '2022-03-31' }],
        actions: [{ type: 'Action.Submit', title: 'New date', isEnabled: false }],
      },
    },
    {
      type: 'Action.ShowCard',
      title: 'Other',
      card: { type: 'AdaptiveCard', body: [{ type: 'Input.Text', id: 'other', value: 'x' }] },
    },
  ],
  refresh: { action: { type: 'Action.Execute', verb: 'refresh' } },
};

describe('buttons of a card', () => {
  test('are found in rows, sets, selectActions and opened cards, but not in fallbacks and refreshes', () => {
    expect(describeActions(CARD)).toEqual({
      titles: ['Open row', 'Save', 'New date'],
      verbs: ['row', 'save'],
    });
  });

  test('send the inputs of their card and of the cards it stands in, not of one opened beside it', () => {
    const [row, , save, newDate] = listActions(CARD);
    const own = { note: 'as before', sure: 'no', days: '0' };
    expect(row).toMatchObject({ inputDefaults: own, data: { item: 1 }, takesInputs: true, isEnabled: true });
    expect(save?.takesInputs).toBe(false);
    expect(newDate).toMatchObject({ inputDefaults: { ...own, due: '2022-03-31' }, isEnabled: false });
  });
});
