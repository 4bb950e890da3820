import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readConfig } from '../../sandbox/core/config.ts';
import { readDirectory } from '../../sandbox/core/directory.ts';
import { openIdentity } from '../../sandbox/core/identity.ts';
import type { Installation } from './installation.ts';

/** Signs tokens as the sandbox's Teams does when it calls the bot. Each is good for an hour. */
export type IssueTeamsToken = (serviceUrl: string) => Promise<string>;

/** Borrows the sandbox's signing key, which it keeps in its database; its own controls give out no such token. */
export async function openTeamsTokens({
  env,
  dataDirectory,
}: Pick<Installation, 'env' | 'dataDirectory'>): Promise<IssueTeamsToken> {
  const db = new DatabaseSync(join(dataDirectory, 'sandbox', 'sandbox.db'), { readOnly: true });
  const read = db.prepare('select value from core_meta where name = ?');
  const meta = {
    get: (name: string) => read.get(name)?.value as string | undefined,
    set() {
      throw new Error('The sandbox has not made its signing key yet.');
    },
  };
  const identity = await openIdentity({ config: readConfig(env), directory: readDirectory(), meta });
  db.close();
  return (serviceUrl) => identity.issueToken({ audience: 'bot', serviceUrl });
}
