import type { Paper } from '../../../plan/content/paper.ts';

/** A paper of everything there is, of two pages and more. */
export const SAMPLE_PAPER: Paper = {
  title: 'Partnership board: report <draft> & more',
  subtitle: ['Example improvement plan', 'Period: 1 Jan to 14 Feb 2022'],
  blocks: [
    { kind: 'paragraph', text: 'It costs £5 – “yes”.\nA second line, in Welsh: dŵr, ŷd; in Polish: łódź.' },
    {
      kind: 'bar',
      bar: {
        alternative: 'Of 9 recommendations: 2 Green, 3 Amber, 4 Red.',
        parts: [
          { label: 'Green', count: 2, colour: 'Green' },
          { label: 'Amber', count: 3, colour: 'Amber' },
          { label: 'Red', count: 4, colour: 'Red' },
        ],
      },
    },
    { kind: 'heading', level: 1, text: 'What changed' },
    { kind: 'heading', level: 2, text: 'Slipped' },
    { kind: 'list', entries: ['First entry', 'Second entry'] },
    {
      kind: 'table',
      table: {
        caption: 'Recommendations whose date slipped',
        columns: ['Item', 'What', 'Colour'],
        rows: Array.from({ length: 60 }, (_row, at) => [
          { text: `R${at + 1}` },
          {
            text: `Words of recommendation ${at + 1}, long enough to take more than one line of the page they stand on`,
          },
          { text: 'Red', colour: 'Red' as const },
        ]),
      },
    },
  ],
  footer: 'Partnership board · Draft',
};
