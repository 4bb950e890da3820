/**
 * `npm run package`: writes the Teams app package to `manifest/dist`. Reads `.env`, or these arguments:
 * `--app-id --bot-id --tab-app-id --host`, and `--name --full-name --developer-name --website-url
 * --privacy-url --terms-url`. Anything wrong is told, one line each, and nothing is written.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { loadConfig, loadDotEnv } from '../server/config.ts';
import { makePackage, readSources } from './make-package.ts';
import { type InstallationConfig, readSettings } from './read-settings.ts';
import type { ManifestSettings } from './settings.ts';

const DIST = join(import.meta.dirname, 'dist');

async function readVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function describeNextSteps(file: string, { appId, names }: ManifestSettings): string {
  return [
    `Written: ${relative(process.cwd(), file)}`,
    '',
    'What to do next:',
    '1. Make sure that these pages open without signing in. To name others, give --website-url, --privacy-url',
    '   and --terms-url.',
    `   ${[...new Set([names.websiteUrl, names.privacyUrl, names.termsUrl])].join('\n   ')}`,
    '2. In the Teams admin centre, under Teams apps, Manage apps, choose Upload new app and give it this file.',
    '3. Allow the app for the people of the plan, and review the permissions it asks for.',
    "4. In Teams, add it to each team whose channels the plan's groups meet in.",
    `Keep the app id ${appId}: a package with another id is another app.`,
  ].join('\n');
}

function loadInstallation(): InstallationConfig {
  try {
    return loadConfig(process.env);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${reason}\nFill in .env, or give --app-id, --bot-id, --tab-app-id and --host.`, {
      cause,
    });
  }
}

try {
  loadDotEnv();
  const settings = readSettings({
    args: process.argv.slice(2),
    version: await readVersion(),
    loadInstallation,
  });
  const { zip, faults } = await makePackage({ sources: await readSources(), settings });
  if (zip === null) throw new Error(faults.map((fault) => `  - ${fault}`).join('\n'));
  await mkdir(DIST, { recursive: true });
  const file = join(DIST, `milepost-${settings.version}.zip`);
  await writeFile(file, zip);
  console.log(describeNextSteps(file, settings));
} catch (error) {
  console.error('No package was written:');
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
