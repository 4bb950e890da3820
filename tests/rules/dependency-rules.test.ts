import { beforeAll, describe, expect, test } from '@jest/globals';
import { withTempDir } from '../helpers/temp-dir.ts';
import { cruiseTree, listRuleNames, type Violation } from './cruise.ts';

const DEPENDENCIES = [
  '@azure/identity',
  '@electric-sql/pglite',
  '@fluentui/react-components',
  '@microsoft/microsoft-graph-client',
  '@microsoft/teams-js',
  'adaptivecards',
  'adaptivecards-templating',
  'botbuilder',
  'fflate',
  'ical-generator',
  'ical.js',
  'jose',
  'mammoth',
  'pg',
  'pg-boss',
  'pino',
  'react',
  'restify',
  'write-excel-file',
  'zod',
];
const DEV_DEPENDENCIES = [
  '@microsoft/app-manifest',
  '@microsoft/microsoft-graph-types',
  'fast-check',
  'vite',
];

/** Files that other files may or may not import. */
const TARGETS = {
  'plan/rag.ts': 'export const rag = 1; export type Rag = 1;',
  'store/rows.ts': 'export const rows = 1;',
  'graph/lists.ts': 'export const lists = 1;',
  'workflow/answer.ts': 'export const answer = 1;',
  'bot/card.ts': 'export const card = 1;',
  'server/config.ts': 'export const config = 1;',
  'server/routes.ts': 'export const routes = 1;',
  'tabs/page.ts': 'export const page = 1;',
  'sandbox/clock.ts': 'export const clock = 1;',
  'tests/helpers/thing.ts': 'export const thing = 1;',
  // Half of a circle; the other half is below.
  'tests/two.ts': "import './one.ts';",
};

/** Each file alone breaks one rule: file → its source and the rule. */
const FORBIDDEN: Readonly<Record<string, readonly [source: string, rule: string]>> = {
  'plan/bad-folder.ts': ["import '../store/rows.ts';", 'plan-is-pure'],
  'plan/bad-package.ts': ["import 'zod';", 'plan-is-pure'],
  'plan/bad-node.ts': ["import 'node:fs';", 'plan-is-pure'],
  'plan/bad-node-part.ts': ["import 'node:fs/promises';", 'plan-is-pure'],
  'plan/bad-test.ts': ["import '../tests/helpers/thing.ts';", 'plan-is-pure'],
  'plan/import/bad-node.ts': ["import 'node:fs';", 'plan-import-checks-only'],
  'store/bad-folder.ts': ["import '../graph/lists.ts';", 'store-knows-the-database'],
  'store/bad-package.ts': ["import '@microsoft/microsoft-graph-client';", 'store-knows-the-database'],
  'graph/bad-folder.ts': ["import '../store/rows.ts';", 'graph-knows-microsoft-graph'],
  'graph/bad-package.ts': ["import 'pg';", 'graph-knows-microsoft-graph'],
  'workflow/bad-folder.ts': ["import '../bot/card.ts';", 'workflow-is-use-cases'],
  'workflow/bad-package.ts': ["import 'botbuilder';", 'workflow-is-use-cases'],
  'workflow/bad-queue.ts': ["import 'pg-boss';", 'workflow-is-use-cases'],
  'workflow/bad-node.ts': ["import 'node:http';", 'workflow-is-use-cases'],
  'workflow/import/bad-package.ts': ["import 'mammoth';", 'workflow-is-use-cases'],
  'workflow/import/documents/bad-folder.ts': [
    "import '../../../store/rows.ts';",
    'import-documents-read-files',
  ],
  'workflow/calendar/bad-reader.ts': ["import 'ical.js';", 'workflow-is-use-cases'],
  'workflow/calendar/documents/bad-writer.ts': ["import 'ical-generator';", 'calendar-documents-read-files'],
  'workflow/calendar/documents/bad-folder.ts': [
    "import '../../../store/rows.ts';",
    'calendar-documents-read-files',
  ],
  'workflow/calendar/feed/bad-node.ts': ["import 'node:crypto';", 'calendar-feed-writes-files'],
  'workflow/papers/bad-folder.ts': ["import '../../graph/lists.ts';", 'papers-draw-documents'],
  'workflow/import/documents/bad-node.ts': ["import 'node:fs';", 'import-documents-read-files'],
  'workflow/export/files/bad-package.ts': ["import 'mammoth';", 'export-files-write-files'],
  'bot/bad-store.ts': ["import '../store/rows.ts';", 'bot-is-conversation'],
  'bot/bad-graph.ts': ["import '../graph/lists.ts';", 'bot-is-conversation'],
  'bot/bad-package.ts': ["import 'restify';", 'bot-is-conversation'],
  'tabs/bad-value.ts': [
    "import { rag } from '../plan/rag.ts'; export const x = rag;",
    'tabs-takes-types-only',
  ],
  'tabs/bad-folder.ts': ["import type { routes } from '../server/routes.ts';", 'tabs-is-a-web-page'],
  'tabs/bad-node.ts': ["import 'node:path';", 'tabs-is-a-web-page'],
  'server/bad-tab.ts': ["import '../tabs/page.ts';", 'server-puts-it-together'],
  'server/bad-sandbox.ts': ["import '../sandbox/clock.ts';", 'server-puts-it-together'],
  'server/bad-package.ts': ["import 'botbuilder';", 'server-puts-it-together'],
  'sandbox/bad-folder.ts': ["import '../plan/rag.ts';", 'sandbox-is-a-stranger'],
  'sandbox/bad-type.ts': ["import type { Rag } from '../plan/rag.ts';", 'sandbox-is-a-stranger'],
  'sandbox/bad-package.ts': ["import 'restify';", 'sandbox-is-a-stranger'],
  'sandbox/page/src/bad-node.ts': ["import 'node:fs';", 'sandbox-page-is-a-web-page'],
  'manifest/bad-folder.ts': ["import '../server/routes.ts';", 'manifest-packs-the-app'],
  'tabs/build.ts': ["import '../server/config.ts';", 'build-files-build'],
  'attic/old.ts': ["import '../plan/rag.ts';", 'no-unknown-folder'],
  'tests/one.ts': ["import './two.ts';", 'no-circle'],
  'tests/bad-stray.ts': ["import 'stray';", 'no-undeclared-package'],
  'tests/bad-missing.ts': ["import './nowhere.ts';", 'no-missing-file'],
};

const ALLOWED: Readonly<Record<string, string>> = {
  'plan/good.ts': "import './rag.ts';",
  'plan/import/good.ts': "import 'zod'; import '../rag.ts';",
  'store/good.ts':
    "import '../plan/rag.ts'; import 'pg'; import 'pg-boss'; import '@electric-sql/pglite'; import 'node:fs';",
  'graph/good.ts':
    "import '../plan/rag.ts'; import '@microsoft/microsoft-graph-client'; import '@azure/identity'; import type {} from '@microsoft/microsoft-graph-types';",
  'workflow/good.ts':
    "import '../plan/rag.ts'; import '../store/rows.ts'; import '../graph/lists.ts'; import 'node:crypto';",
  'workflow/import/documents/good.ts': "import '../../../plan/rag.ts'; import 'mammoth'; import 'fflate';",
  'workflow/calendar/documents/good.ts': "import '../../../plan/rag.ts'; import 'ical.js';",
  'workflow/calendar/feed/good.ts': "import '../../../plan/rag.ts'; import 'ical-generator';",
  'workflow/export/files/good.ts': "import '../../../plan/rag.ts'; import 'write-excel-file';",
  'bot/good.ts': "import '../workflow/answer.ts'; import 'botbuilder'; import 'adaptivecards-templating';",
  'tabs/good.ts':
    "import type { Rag } from '../plan/rag.ts'; import 'react'; import '@fluentui/react-components'; import '@microsoft/teams-js';",
  'tabs/vite.config.ts': "import 'vite'; import 'node:path';",
  'server/good.ts':
    "import '../plan/rag.ts'; import '../store/rows.ts'; import '../graph/lists.ts'; import '../workflow/answer.ts'; import '../bot/card.ts'; import 'restify'; import 'pino';",
  'sandbox/good.ts': "import './clock.ts'; import 'node:http'; import 'jose';",
  'sandbox/page/src/good.ts': "import 'react'; import 'adaptivecards';",
  'manifest/good.ts': "import '../server/config.ts'; import '@microsoft/app-manifest';",
  'bench/good.ts': "import '../store/rows.ts'; import '../sandbox/clock.ts'; import 'pg';",
  'tests/good.test.ts': "import '../plan/rag.ts'; import '../sandbox/clock.ts'; import 'fast-check';",
};

/** Would be let through by the folder's own line, were it not a devDependency. */
const DEV_ONLY = { 'graph/bad-dev.ts': "import '@microsoft/microsoft-graph-types';" };

let violations: readonly Violation[];
beforeAll(async () => {
  const forbidden = Object.entries(FORBIDDEN).map(([path, [source]]) => [path, source]);
  violations = await withTempDir((dir) =>
    cruiseTree(dir, {
      files: { ...TARGETS, ...Object.fromEntries(forbidden), ...ALLOWED, ...DEV_ONLY },
      dependencies: DEPENDENCIES,
      devDependencies: DEV_DEPENDENCIES,
      strays: ['stray'],
    }),
  );
});

function rulesBrokenBy(path: string): readonly string[] {
  return violations.filter(({ from }) => from === path).map(({ rule }) => rule);
}

describe('an import across a wall is refused', () => {
  test.each(Object.entries(FORBIDDEN))('%s', (path, [, rule]) => {
    expect(rulesBrokenBy(path)).toContain(rule);
  });

  test('a devDependency in the product', () => {
    expect(rulesBrokenBy('graph/bad-dev.ts')).toEqual(['no-dev-dependency']);
  });
});

test('every rule is tried above', async () => {
  const tried = new Set([...Object.values(FORBIDDEN).map(([, rule]) => rule), 'no-dev-dependency']);
  expect([...tried].sort()).toEqual([...(await listRuleNames())].sort());
});

describe('what the house allows is let through', () => {
  test.each(Object.keys({ ...ALLOWED, ...TARGETS }))('%s', (path) => {
    expect(rulesBrokenBy(path)).toEqual([]);
  });
});
