import { expect, test } from '@jest/globals';
import { parseSubmission, submissionData } from '../../bot/cards/submission.ts';

const data = submissionData({ verb: 'refresh', planId: 'plan-1', submissionKey: 'key-00000001' });
const typed = (length: number) =>
  parseSubmission({ ...data, a: 'x'.repeat(length / 2), b: 'x'.repeat(length / 2) });

test('takes no more from all inputs together than fits into the form that may come back', () => {
  expect(typed(20_000)?.inputs.a).toHaveLength(10_000);
  expect(typed(20_002)).toBeNull();
});

test('leaves out what Teams itself keeps in a button, and takes a tick as words', () => {
  const pressed = parseSubmission({ ...data, msteams: { type: 'task/fetch' }, noChange_0: true });
  expect(pressed?.inputs).toEqual({ noChange_0: 'true' });
  expect(parseSubmission({ ...data, note_0: 7 })).toBeNull();
  expect(parseSubmission({ ...data, note_0: { text: 'x' } })).toBeNull();
});

test.each([
  ['another version', { milepost: { ...data.milepost, v: 2 } }],
  ['a verb of nobody’s', { milepost: { ...data.milepost, verb: 'toString' } }],
  ['no key', { milepost: { ...data.milepost, submissionKey: '' } }],
  ['a key without end', { milepost: { ...data.milepost, planId: 'x'.repeat(201) } }],
  ['a list', [data]],
  ['nothing', null],
])('does not understand %s', (_name, value) => {
  expect(parseSubmission(value)).toBeNull();
});
