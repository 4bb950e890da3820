import { findUses } from './find-uses.ts';
import type { SourceFile } from './source-files.ts';

/** Things that some files may not use. */
interface UseRule {
  readonly because: string;
  /** As `findUses` names them. */
  readonly uses: readonly string[];
  readonly isForbiddenIn: (path: string) => boolean;
}

/**
 * Files that read the environment: both programs' configuration, and what people start by hand. All else is
 * given its settings.
 */
const READS_ENVIRONMENT = [
  /^server\/config/,
  /^server\/(cli\/|main\.ts$|launch)/,
  /^sandbox\/core\/config/,
  /^sandbox\/main\.ts$/,
  /^manifest\/package\.ts$/,
  /(^|\/)build\.ts$/,
  /^(tests|bench)\//,
];

/** A moment that never moves, where a library takes nothing else. */
const FIXED_MOMENT = 'workflow/papers/pdf/no-day.ts';

const USE_RULES: readonly UseRule[] = [
  {
    because: 'read it in server/config (or sandbox/core/config) and pass the value on',
    uses: ['process.env', 'import node:process', 'import process'],
    isForbiddenIn: (path) => !READS_ENVIRONMENT.some((allowed) => allowed.test(path)),
  },
  {
    because: 'take `now` as a value, or ask the Clock: time must be movable',
    uses: ['new Date', 'Date.now', 'Temporal.Now', 'performance.now'],
    isForbiddenIn: (path) => /^(plan|workflow)\//.test(path) && path !== FIXED_MOMENT,
  },
  {
    because: 'plan/ gives the same answer every time',
    uses: ['Math.random', 'crypto.randomUUID', 'crypto.getRandomValues'],
    isForbiddenIn: (path) => path.startsWith('plan/'),
  },
];

/** Longer than this and a file has more than one purpose. */
export const MAX_LINES = 400;

/** One line per fault: where, what, and what to do instead. */
export function findFaults(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => [...findForbiddenUses(file), ...findLength(file)]);
}

function findForbiddenUses(file: SourceFile): readonly string[] {
  const rules = USE_RULES.filter(({ isForbiddenIn }) => isForbiddenIn(file.path));
  if (rules.length === 0 || !/\.(ts|tsx|js|mjs)$/.test(file.path)) return [];
  const uses = findUses(file);
  return rules.flatMap((rule) =>
    uses
      .filter(({ what }) => rule.uses.includes(what))
      .map(({ what, line }) => `${file.path}:${line} uses ${what}: ${rule.because}`),
  );
}

function findLength({ path, text }: SourceFile): readonly string[] {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return lines > MAX_LINES ? [`${path} has ${lines} lines: split it, ${MAX_LINES} are the most`] : [];
}
