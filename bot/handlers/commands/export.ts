import { offerExport } from '../files/offer-export.ts';
import type { Command } from './command.ts';

const ELSEWHERE = 'A plan is exported into your own OneDrive: write “export” in our own chat.';

/** The whole plan as an Excel file. */
export const exportCommand: Command = {
  names: ['export', 'export xlsx', 'export excel'],
  meaning: 'In our chat: the whole plan as an Excel file, put into your OneDrive.',
  places: ['personal'],
  elsewhere: ELSEWHERE,
  run: (turn, tools) => offerExport(turn, tools, 'xlsx'),
};

/** The whole plan as CSV files. */
export const exportCsvCommand: Command = {
  names: ['export csv', 'csv'],
  inMenu: false,
  meaning: 'The same as CSV files in a zip.',
  places: ['personal'],
  elsewhere: ELSEWHERE,
  run: (turn, tools) => offerExport(turn, tools, 'csv'),
};
