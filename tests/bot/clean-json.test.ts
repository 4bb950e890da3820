import { expect, test } from '@jest/globals';
import { cleanJson } from '../../bot/turn/clean-json.ts';
import { parseActivity } from '../../bot/turn/incoming-activity.ts';

const nested = (depth: number): unknown => {
  let value: unknown = 'end';
  for (let level = 0; level < depth; level += 1) value = { data: value };
  return value;
};

test('takes out what a database or a card cannot hold, wherever it stands, and leaves the rest', () => {
  const said = {
    note: 'a\u0000b\u0007\u001b[31m',
    list: ['\ud800x', 'y\udc00'],
    'ke\u0000y': 'gnp.\u202eexe\u2066',
    kept: 'one\r\ntwo\tthree 👩‍👩‍👧 שלום \u200f',
    others: [1, true, null],
  };
  expect(cleanJson(said)).toEqual({
    note: 'ab[31m',
    list: ['\ufffdx', 'y\ufffd'],
    key: 'gnp.exe',
    kept: said.kept,
    others: [1, true, null],
  });
});

test('keeps a key named like the prototype a key', () => {
  const clean = cleanJson(JSON.parse('{"__proto__":{"verb":"import"}}')) as Record<string, unknown>;
  expect(Object.keys(clean)).toEqual(['__proto__']);
  expect(clean.verb).toBeUndefined();
});

test('an activity that is nested deeper than anything Teams sends is none', () => {
  const activity = { type: 'message', text: 'help' };
  expect(parseActivity({ ...activity, value: nested(20) })).not.toBeNull();
  expect(parseActivity({ ...activity, value: nested(50_000) })).toBeNull();
});
