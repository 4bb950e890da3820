import { date, lookup, number, text } from './columns.ts';
import { defineList } from './define-list.ts';

/** What the plan counts to know whether it works. */
export const measures = defineList('Measures', {
  unit: text('Unit'),
  baseline: number('Baseline'),
  target: number('Target'),
  targetDate: date('TargetDate'),
  theme: lookup('Theme', 'Themes'),
});
