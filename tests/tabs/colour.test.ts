import { expect, test } from '@jest/globals';
import { countColours } from '../../plan/counts.ts';
import { type Rag, STAGES } from '../../plan/glossary.ts';
import type { Item } from '../../plan/plan.ts';
import { DEFAULT_SETTINGS } from '../../plan/plan.ts';
import { colourOf } from '../../tabs/model/colour.ts';

const TODAY = '2022-03-21';
/** A forecast that gives each schedule colour to an item promised for 31 March. */
const FORECASTS: readonly (readonly [Rag | null, string | null])[] = [
  ['Green', '2022-03-31'],
  ['Amber', '2022-04-10'],
  ['Red', '2022-06-30'],
  [null, null],
];

test('a chip has the colour that the plan counts its item under', () => {
  for (const stage of STAGES.filter((one) => one !== 'Withdrawn')) {
    for (const confidence of ['Green', 'Amber', 'Red', null] as const) {
      for (const [rag, forecastDue] of FORECASTS) {
        const item = itemWith({ stage, confidence, forecastDue });
        const counts = countColours([item], DEFAULT_SETTINGS, TODAY);
        const isClosed = counts.complete === 1;
        const colour = colourOf({ stage, confidence, schedule: isClosed ? null : rag });
        const counted = {
          complete: counts.complete,
          Green: counts.green,
          Amber: counts.amber,
          Red: counts.red,
          none: counts.undated,
        };
        expect({ stage, confidence, rag, counted: counted[colour] }).toEqual({
          stage,
          confidence,
          rag,
          counted: 1,
        });
      }
    }
  }
});

test('a withdrawn item has no colour', () => {
  expect(colourOf({ stage: 'Withdrawn', confidence: 'Red', schedule: null })).toBe('none');
});

function itemWith(facts: Pick<Item, 'stage' | 'confidence' | 'forecastDue'>): Item {
  return {
    ref: { list: 'Recommendations', key: 'r1' },
    itemId: 1,
    label: '1',
    title: 'Agree a protocol',
    theme: null,
    group: null,
    owner: null,
    baselineDue: facts.forecastDue === null ? null : '2022-03-31',
    duePrecision: 'Day',
    completedOn: null,
    latestNote: null,
    latestUpdate: null,
    blocker: null,
    waitingOn: null,
    evidenceUrl: null,
    ...facts,
  };
}
