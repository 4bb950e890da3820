import { DUE_PRECISIONS, RAGS, STAGES } from '../../plan/glossary.ts';
import { choice, date, dateTime, link, lookup, note } from './columns.ts';

/** Columns of everything that has a stage and a due date. */
export const datedColumns = {
  stage: choice('Stage', STAGES, { indexed: true }),
  baselineDue: date('BaselineDue'),
  forecastDue: date('ForecastDue', { indexed: true }),
  duePrecision: choice('DuePrecision', DUE_PRECISIONS),
  evidenceUrl: link('EvidenceUrl'),
  signOffBy: lookup('SignOffBy', 'Groups'),
};

/** Columns of what people say of an item between meetings. */
export const statedColumns = {
  owner: lookup('Owner', 'Owners', { indexed: true }),
  scheduleRag: choice('ScheduleRag', RAGS),
  confidence: choice('Confidence', RAGS),
  completedOn: date('CompletedOn'),
  latestNote: note('LatestNote'),
  latestUpdate: dateTime('LatestUpdate'),
};
