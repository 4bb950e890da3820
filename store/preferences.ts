import { DEFAULT_PREFERENCES, type Preferences } from '../plan/notices/preferences.ts';
import type { Queryable } from './database.ts';

/** A person, as the directory names them. */
interface Person {
  readonly tenantId: string;
  readonly entraObjectId: string;
}

/** What everybody has chosen, by directory id in small letters; whoever is not there has chosen nothing. */
export async function readPreferences(db: Queryable, tenantId: string): Promise<Map<string, Preferences>> {
  const rows = await db.query<{ readonly id: string; readonly settings: Partial<Preferences> }>(
    'SELECT entra_object_id AS id, settings FROM preference WHERE tenant_id = $1',
    [tenantId],
  );
  return new Map(rows.map(({ id, settings }) => [id, { ...DEFAULT_PREFERENCES, ...settings }]));
}

/** What one person has chosen. */
export async function findPreferences(
  db: Queryable,
  { tenantId, entraObjectId }: Person,
): Promise<Preferences> {
  const [row] = await db.query<{ readonly settings: Partial<Preferences> }>(
    'SELECT settings FROM preference WHERE tenant_id = $1 AND entra_object_id = $2',
    [tenantId, entraObjectId.toLowerCase()],
  );
  return { ...DEFAULT_PREFERENCES, ...row?.settings };
}

/** Changes what a person has chosen; what is not named stays. */
export async function savePreferences(
  db: Queryable,
  { tenantId, entraObjectId }: Person,
  choices: Partial<Preferences>,
): Promise<void> {
  await db.query(
    `INSERT INTO preference AS known (tenant_id, entra_object_id, settings) VALUES ($1, $2, $3::jsonb)
     ON CONFLICT (tenant_id, entra_object_id) DO UPDATE SET settings = known.settings || excluded.settings`,
    [tenantId, entraObjectId.toLowerCase(), JSON.stringify(choices)],
  );
}
