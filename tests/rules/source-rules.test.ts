import { describe, expect, test } from '@jest/globals';
import { readSourceFiles } from './source-files.ts';
import { findFaults, MAX_LINES } from './source-rules.ts';

test('the repository keeps its own rules', () => {
  const files = readSourceFiles();
  expect(files.map(({ path }) => path)).toContain('plan/glossary.ts');
  expect(findFaults(files)).toEqual([]);
});

describe('a fault is found', () => {
  test.each([
    ['bot/card.ts', 'const port = process.env.PORT;', 'process.env'],
    ['bot/card.ts', "const port = process['env'].PORT;", 'process.env'],
    ['store/open.ts', 'const { env } = process;', 'process.env'],
    ['graph/client.ts', "import { env } from 'node:process';", 'node:process'],
    ['sandbox/teams/post.ts', 'send(process.env);', 'process.env'],
    ['plan/rag.ts', 'export const now = () => new Date();', 'new Date'],
    ['plan/rag.ts', 'export const now = Date.now;', 'Date.now'],
    ['workflow/remind.ts', 'const today = Temporal.Now.plainDateISO();', 'Temporal.Now'],
    ['plan/rag.ts', 'const id = crypto.randomUUID();', 'crypto.randomUUID'],
    ['tabs/page.tsx', 'const a = <p>{process.env.NODE_ENV}</p>;', 'process.env'],
  ])('%s: %s', (path, text, what) => {
    const faults = findFaults([{ path, text: `\n${text}` }]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${path}:2 uses`);
    expect(faults[0]).toContain(what);
  });

  test('a file that is too long', () => {
    const text = 'x;\n'.repeat(MAX_LINES + 1);
    expect(findFaults([{ path: 'bot/long.ts', text }])).toEqual([
      expect.stringContaining(`bot/long.ts has ${MAX_LINES + 1} lines`),
    ]);
  });
});

describe('what is allowed is let through', () => {
  test.each([
    ['server/config.ts', 'loadConfig(process.env);'],
    ['server/cli/import.ts', 'loadConfig(process.env);'],
    ['sandbox/core/config.ts', 'process.env.PORT;'],
    ['bot/card.ts', '// process.env is read elsewhere\nconst text = "process.env";'],
    ['store/rows.ts', 'const at = new Date();'],
    ['workflow/remind.ts', 'const id = crypto.randomUUID(); const now = clock.now();'],
    ['plan/dates.ts', "const day = Temporal.PlainDate.from('2022-01-10');"],
  ])('%s: %s', (path, text) => {
    expect(findFaults([{ path, text }])).toEqual([]);
  });

  test('a file of the greatest length', () => {
    expect(findFaults([{ path: 'bot/long.ts', text: 'x;\n'.repeat(MAX_LINES) }])).toEqual([]);
  });
});
