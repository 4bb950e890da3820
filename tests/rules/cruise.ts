import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(import.meta.dirname, '..', '..');
const CONFIG = join(ROOT, '.dependency-cruiser.mjs');

/** One import that a rule forbids. */
export interface Violation {
  readonly rule: string;
  /** The importing file. */
  readonly from: string;
}

/** Files of a small repository, path → source; imported packages get an empty one each. */
export interface Tree {
  readonly files: Readonly<Record<string, string>>;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
  /** Installed, but in no package.json. */
  readonly strays: readonly string[];
}

/** The names of all our dependency rules. */
export async function listRuleNames(): Promise<readonly string[]> {
  const module = (await import(pathToFileURL(CONFIG).href)) as {
    default: { forbidden: readonly { name: string }[] };
  };
  return module.default.forbidden.map(({ name }) => name);
}

/** Writes the tree into `dir` and checks it by our own dependency rules. */
export async function cruiseTree(dir: string, tree: Tree): Promise<readonly Violation[]> {
  const version = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  write(
    dir,
    'package.json',
    JSON.stringify({
      type: 'module',
      dependencies: version(tree.dependencies),
      devDependencies: version(tree.devDependencies),
    }),
  );
  write(dir, 'tsconfig.json', '{}');
  for (const name of [...tree.dependencies, ...tree.devDependencies, ...tree.strays]) {
    write(dir, `node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(dir, `node_modules/${name}/index.js`, '');
  }
  for (const [path, source] of Object.entries(tree.files)) write(dir, path, source);
  return cruise(dir);
}

function write(dir: string, path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

/** dependency-cruiser ends with the number of violations as exit code: the report is what counts. */
function cruise(cwd: string): Promise<readonly Violation[]> {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [program, '--config', CONFIG, '--output-type', 'json', '.'];
  return new Promise((fulfil, reject) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 32 * 1024 * 1024 }, (error, stdout, stderr) => {
      try {
        fulfil(readReport(stdout));
      } catch (cause) {
        reject(error ?? new Error(`dependency-cruiser wrote no report: ${stderr}`, { cause }));
      }
    });
  });
}

function readReport(stdout: string): readonly Violation[] {
  const report = JSON.parse(stdout) as {
    summary: { violations: readonly { from: string; rule: { name: string } }[] };
  };
  return report.summary.violations.map(({ from, rule }) => ({ rule: rule.name, from }));
}
