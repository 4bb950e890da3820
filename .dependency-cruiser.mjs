/**
 * Who may import whom. Default deny: a folder may import itself and what its line below names, nothing
 * else, neither another folder, nor a package, nor a part of Node. A new folder needs a line of its own.
 * Run by `npm run check`; `tests/rules/` proves that every rule bites.
 */
import { builtinModules } from 'node:module';

/** Every part of Node. */
const NODE = ['node'];

/** Packages that only build or draw things; files that use them run on a developer's machine, never in the product. */
const BUILD_FILES = '(^|/)(build|vite\\.config)\\.ts$';

/**
 * The walls of the house.
 * - `at`, `except`: which files the line is about (regular expressions).
 * - `folders`: other folders it may import, besides its own `home`.
 * - `packages`: npm packages it may import; `*` at the end stands for anything.
 * - `node`: parts of Node it may import.
 */
const WALLS = [
  {
    name: 'plan-is-pure',
    because:
      'plan/ is the rules of an improvement plan and nothing else: no I/O, no clock, no library. It can be read, tested and trusted by itself.',
    home: 'plan',
    except: '^plan/import/',
    folders: [],
    packages: [],
    node: [],
  },
  {
    name: 'plan-import-checks-only',
    because:
      'Files from outside are checked with zod as they come in; all else in plan/import is as pure as plan/.',
    home: 'plan',
    at: '^plan/import/',
    folders: [],
    packages: ['zod'],
    node: [],
  },
  {
    name: 'store-knows-the-database',
    because:
      'store/ turns the plan into rows and back. pg-boss and the database drivers stay here, so that replacing one is a change to one folder.',
    home: 'store',
    folders: ['plan'],
    packages: ['pg', 'pg-boss', '@electric-sql/pglite', 'zod'],
    node: NODE,
  },
  {
    name: 'graph-knows-microsoft-graph',
    because:
      'graph/ turns the plan into SharePoint lists and back, and knows neither the database nor cards. The Graph client stays here: its faults are worked around once.',
    home: 'graph',
    folders: ['plan'],
    packages: [
      '@microsoft/microsoft-graph-client',
      '@microsoft/microsoft-graph-types',
      '@azure/identity',
      'zod',
    ],
    node: NODE,
  },
  {
    name: 'workflow-is-use-cases',
    because:
      'workflow/ says what happens, through ports that outer folders fill. It opens no file or socket itself and knows nothing of Teams or HTTP. It may make ids and hashes, and compare values.',
    home: 'workflow',
    except: '^workflow/(import/documents|export/files|calendar/documents|calendar/feed|papers)/',
    folders: ['plan', 'store', 'graph'],
    packages: ['zod'],
    node: ['crypto', 'util'],
  },
  {
    name: 'import-documents-read-files',
    because:
      'workflow/import/documents turns bytes into tables and lines, with the libraries that know Word, Excel and CSV: they stay here, behind the limits that hostile files need. It reads what it is given, and knows neither lists nor database.',
    home: 'workflow/import/documents',
    at: '^workflow/import/documents/',
    folders: ['plan'],
    packages: ['mammoth', 'read-excel-file', 'papaparse', 'node-html-parser', 'fflate'],
    node: [],
  },
  {
    name: 'export-files-write-files',
    because:
      'workflow/export/files turns sheets into the bytes of a file, with the libraries that know Excel and CSV; what stands in the sheets is decided in plan/.',
    home: 'workflow/export/files',
    at: '^workflow/export/files/',
    folders: ['plan'],
    packages: ['write-excel-file', 'papaparse', 'fflate'],
    node: [],
  },
  {
    name: 'calendar-documents-read-files',
    because:
      'workflow/calendar/documents turns a calendar file into events, with the libraries that know iCalendar and CSV: they stay here, behind the limits that hostile files need.',
    home: 'workflow/calendar/documents',
    at: '^workflow/calendar/documents/',
    folders: ['plan'],
    packages: ['ical.js', 'papaparse'],
    node: [],
  },
  {
    name: 'calendar-feed-writes-files',
    because:
      'workflow/calendar/feed turns entries into the text of a calendar, with the library that knows iCalendar; what stands in it is decided in plan/.',
    home: 'workflow/calendar/feed',
    at: '^workflow/calendar/feed/',
    folders: ['plan'],
    packages: ['ical-generator'],
    node: [],
  },
  {
    name: 'papers-draw-documents',
    because:
      'workflow/papers turns a paper into a Word document or a PDF, with the libraries that know them: they stay here. It draws what it is given; what a paper says is decided in plan/.',
    home: 'workflow/papers',
    at: '^workflow/papers/',
    folders: ['plan'],
    packages: ['docx', 'pdfkit', 'fflate'],
    // Only to find the files of the fonts, and to sum up the chunks of a picture.
    node: ['module', 'zlib'],
  },
  {
    name: 'bot-is-conversation',
    because:
      'bot/ turns Teams into commands and content into cards: no SQL, no Graph. botbuilder is at its end of life and is to be replaced by changing this folder alone.',
    home: 'bot',
    folders: ['plan', 'workflow'],
    packages: [
      'botbuilder',
      'botframework-connector',
      'botframework-schema',
      'adaptivecards-templating',
      'adaptive-expressions',
      '@azure/identity',
      'zod',
    ],
    node: NODE,
  },
  {
    name: 'tabs-is-a-web-page',
    because:
      "tabs/ runs in a browser and talks to the server's API: it shares no code with the server, only the types of plan/.",
    home: 'tabs',
    except: BUILD_FILES,
    folders: ['plan'],
    packages: [
      'react',
      'react-dom',
      '@fluentui/*',
      '@microsoft/teams-js',
      'oauth4webapi',
      'eventsource-parser',
      'd3-scale',
      'zod',
    ],
    node: [],
  },
  {
    name: 'server-puts-it-together',
    because:
      'server/ constructs and connects everything, and alone knows restify. Not the tab, which is built files to it, nor the sandbox, which it must not be able to tell from Microsoft 365.',
    home: 'server',
    folders: ['plan', 'store', 'graph', 'workflow', 'bot'],
    packages: ['restify', 'pino', 'jose', '@azure/identity', '@opentelemetry/*', 'zod'],
    node: NODE,
  },
  {
    name: 'sandbox-is-a-stranger',
    because:
      'sandbox/ stands in for Microsoft 365 and could be another repository: code shared with the product would make the same mistake on both sides.',
    home: 'sandbox',
    except: '^sandbox/page/(src/|(build|vite\\.config)\\.ts$)',
    folders: [],
    packages: ['jose', 'selfsigned', 'zod'],
    node: NODE,
  },
  {
    name: 'sandbox-page-is-a-web-page',
    because:
      "sandbox/page/src runs in a browser, in Teams' place: it renders cards as Teams would, with libraries of a page.",
    home: 'sandbox',
    at: '^sandbox/page/src/',
    folders: [],
    packages: ['react', 'react-dom', '@fluentui/*', 'adaptivecards', 'markdown-it', 'zod'],
    node: [],
  },
  {
    name: 'manifest-packs-the-app',
    because:
      "manifest/ makes the Teams app package on an administrator's machine; of the product it needs only the configuration.",
    home: 'manifest',
    alsoFiles: ['^server/config'],
    folders: [],
    packages: ['@microsoft/app-manifest', 'fflate', 'playwright-core', '@sparticuz/chromium', 'zod'],
    node: NODE,
  },
  {
    name: 'build-files-build',
    because: 'A build file runs the bundler and touches nothing of the product.',
    at: '^(tabs|sandbox/page)/(build|vite\\.config)\\.ts$',
    folders: [],
    packages: ['vite', '@vitejs/plugin-react'],
    node: NODE,
  },
];

/** Folders that only run where developers work, and may import anything. */
const FREE = ['bench', 'tests'];

const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Matches the package wherever npm put it, its types alone, and its bare name where it has no code. */
const packagePattern = (name) =>
  name.endsWith('*')
    ? `(^|node_modules/)${escaped(name.slice(0, -1))}`
    : `(^|node_modules/)(@types/)?${escaped(name)}(/|$)`;

const nodePattern = (name) =>
  `^(node:)?(${name === 'node' ? builtinModules.map(escaped).join('|') : escaped(name)})$`;

const wallRule = ({ name, because, home, at, except, alsoFiles = [], folders, packages, node }) => ({
  name,
  comment: because,
  severity: 'error',
  from: { path: at ?? `^${home}/`, ...(except && { pathNot: except }) },
  to: {
    pathNot: [
      ...(home ? [`^${home}/`] : []),
      ...folders.map((folder) => `^${folder}/`),
      ...alsoFiles,
      ...packages.map(packagePattern),
      ...node.map(nodePattern),
    ],
    // What is not there is reported once, by no-missing-file.
    couldNotResolve: false,
  },
});

const homes = [...new Set(WALLS.flatMap(({ home }) => (home ? [home] : [])))];
const known = [...homes, ...FREE].join('|');

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...WALLS.map(wallRule),
    {
      name: 'tabs-takes-types-only',
      comment:
        "A value imported from plan/ would put the server's code into the browser; use `import type`. Only plan/filter is made for both: what is shown and what is exported must be the same.",
      severity: 'error',
      from: { path: '^tabs/' },
      to: { path: '^plan/', pathNot: '^plan/filter/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-unknown-folder',
      comment: 'A folder without a line in .dependency-cruiser.mjs has no walls: give it one.',
      severity: 'error',
      from: { path: '^[^/]+/', pathNot: `^(${known})/` },
      to: {},
    },
    {
      name: 'no-circle',
      comment: 'Files that import each other can only be read, tested and moved together.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-dev-dependency',
      comment: 'The product is installed without devDependencies; only their types may be used.',
      severity: 'error',
      from: { path: `^(${homes.join('|')})/`, pathNot: [BUILD_FILES, '^manifest/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-package',
      comment: 'A package that is not in package.json is there by accident and may be gone tomorrow.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-missing-file',
      comment: 'It is imported and is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(tabs/dist|sandbox/page/dist|manifest/dist|\\.data|tests/fixtures)/' },
    // Imports of types alone count too: they are how one folder comes to know another.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
