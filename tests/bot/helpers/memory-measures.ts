import type { MeasuresView, ReadingResult } from '../../../plan/content.ts';
import type { MeasureUseCases } from '../../../workflow/use-cases/measures.ts';
import type { UseCases } from '../../../workflow/use-cases.ts';
import { makeMeasuresView } from './make-measures.ts';

/** What a plan counts. */
export interface MemoryMeasures {
  /** Of every plan in which the person may record a reading. */
  views: MeasuresView[];
  result: ReadingResult;
}

export const makeMeasures = (): MemoryMeasures => ({
  views: [makeMeasuresView()],
  result: {
    words: 'Recorded Specialist placements: 126 placements on Fri 7 Jan 2022.',
    problems: [],
    view: makeMeasuresView({ submissionKey: 'the-next-key' }),
  },
});

/** What people do with measures, over what `standing` holds. */
export function memoryMeasures(
  enter: (name: keyof UseCases, ask: object) => void,
  standing: () => MemoryMeasures,
): MeasureUseCases {
  return {
    viewMeasures: async (ask) => {
      enter('viewMeasures', ask);
      const [first] = standing().views;
      return first ?? makeMeasuresView({ measures: [] });
    },
    listMeasures: async (ask) => {
      enter('listMeasures', ask);
      return standing().views;
    },
    recordReading: async (ask) => {
      enter('recordReading', ask);
      return standing().result;
    },
  };
}
