import { randomUUID } from 'node:crypto';
import type { Conversation } from '../../../sandbox/controls/conversation-shapes.ts';
import { readDirectory } from '../../../sandbox/core/directory.ts';
import { fetchJson } from '../json.ts';
import type { BenchPerson } from '../people.ts';

/** Who sends, as a table calls them. */
export type SenderKind = 'member' | 'outsider' | 'guest' | 'other tenant';

/** Who sends, with what is theirs in an activity's envelope. */
export interface Sender {
  readonly kind: SenderKind;
  readonly person: BenchPerson;
  /** In place of the envelope's own. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** People of the plan, in all its roles, and some who have no business with it. */
export async function gatherSenders(sandboxUrl: string): Promise<readonly Sender[]> {
  const { personas, tenantId } = readDirectory();
  const members = await Promise.all(
    personas.map(async ({ id, name, entraObjectId, teamsUserId }): Promise<Sender> => {
      const url = `${sandboxUrl}/sandbox/conversations`;
      const { id: chatId } = await fetchJson<Conversation>(url, { body: { persona: id } });
      return { kind: 'member', person: { name, entraObjectId, teamsUserId, chatId }, fields: {} };
    }),
  );
  const stranger = (kind: SenderKind, fieldsOf: (person: BenchPerson) => Sender['fields']): Sender => {
    const person = {
      name: `Somebody (${kind})`,
      entraObjectId: randomUUID(),
      teamsUserId: `29:${randomUUID()}`,
      chatId: `a:${randomUUID()}`,
    };
    return { kind, person, fields: fieldsOf(person) };
  };
  const otherTenant = randomUUID();
  return [
    ...members,
    stranger('outsider', () => ({})),
    // Teams names a guest whom it cannot vouch for by their chat id alone.
    stranger('guest', ({ teamsUserId, name }) => ({ from: { id: teamsUserId, name } })),
    stranger('other tenant', ({ chatId }) => ({
      conversation: { id: chatId, conversationType: 'personal', tenantId: otherTenant },
      channelData: { tenant: { id: otherTenant } },
    })),
    // Of two tenants at once.
    stranger('other tenant', ({ chatId }) => ({
      conversation: { id: chatId, conversationType: 'personal', tenantId },
      channelData: { tenant: { id: otherTenant } },
    })),
  ];
}
