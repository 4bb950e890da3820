import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { codeWords, hasWords } from '../../plan/deliveries/code-words.ts';
import { EVENT_KINDS, kindWords } from '../../plan/deliveries/kind-words.ts';
import { LIST_NAMES, MEETING_STATES } from '../../plan/glossary.ts';
import { CHANNEL_RULES, PERSONAL_RULES } from '../../plan/notices/index.ts';
import { NOTICE_KINDS } from '../../plan/notices/notice.ts';

describe('words', () => {
  /** Where codes of the ledger are written. */
  const WRITERS = ['store', 'workflow/notices', 'workflow/sending', 'bot/connector'];
  /** What is written like a code there and is none. */
  const NO_CODES: readonly string[] = [
    ...LIST_NAMES,
    ...MEETING_STATES,
    'SendFailure',
    'TimeoutError',
    'NotAllowed',
  ];
  const written = WRITERS.flatMap((folder) => {
    const root = new URL(`../../${folder}/`, import.meta.url);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const sources = files.map((file) => readFileSync(new URL(file, root), 'utf8'));
    return sources.flatMap((source) =>
      [...source.matchAll(/'((?:[A-Z][a-z]+)+)'/g)].map(([, code = '']) => code),
    );
  }).filter((code) => !NO_CODES.includes(code));

  test('every code that Milepost writes into the ledger has words of its own', () => {
    expect(written).toEqual(
      expect.arrayContaining([
        'NoChannel',
        'NotInstalled',
        'NotMade',
        'ProcessLost',
        'TimedOut',
        'Throttled',
      ]),
    );
    expect(written.filter((code) => !hasWords(code))).toEqual([]);
  });

  test.each([
    'MessageWritesBlocked',
    'HTTP403',
    'HTTP404',
    'HTTP502',
    'ECONNRESET',
    'ENOTFOUND',
    'UND_ERR_SOCKET',
  ])('%s, as Teams or the network say it, has words of its own', (code) => {
    expect(hasWords(code)).toBe(true);
    expect(codeWords(code, 'person')).not.toContain(code);
  });

  test('a code that nobody knows is named, so that IT can look it up', () => {
    expect(codeWords('NewInTeams', 'channel')).toBe('Teams gave the reason “NewInTeams”. IT can look it up.');
    expect(codeWords('constructor', 'channel')).toContain('“constructor”');
  });

  test('every kind of notice has a name', () => {
    const rules = [...CHANNEL_RULES, ...PERSONAL_RULES].map(({ kind }) => kind);
    for (const kind of [...NOTICE_KINDS, ...rules, ...EVENT_KINDS])
      expect(kindWords(kind).one).not.toBe('Message');
    expect(kindWords('of an older version')).toEqual({ one: 'Message', many: 'Other messages' });
  });
});
