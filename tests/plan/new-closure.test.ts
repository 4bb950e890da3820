import { expect, test } from '@jest/globals';
import { judgeClosure } from '../../plan/calendar/new-closure.ts';
import { makePlan } from '../helpers/make-plan.ts';

test('a title that may say who a child is goes through once whoever wrote it has looked again', () => {
  const closure = {
    title: 'Ada Byron 12/03/2014',
    from: '2022-03-14',
    to: '',
    kind: 'Quiet',
    groups: [],
  };
  const judged = (checked?: boolean) => judgeClosure(makePlan(), { ...closure, checked }, '2022-01-24');
  expect(judged().problems).toMatchObject([{ field: 'title', held: true }]);
  expect(judged(false).problems).toHaveLength(1);
  expect(judged(true).values).toMatchObject({ title: closure.title, fromDate: '2022-03-14' });
});
