import { z } from 'zod';
import type { World } from '../core/world.ts';
import { requireConversation, requireMember, requirePersona } from '../teams/client/access.ts';
import { conflict, notFound } from '../teams/client/refusal.ts';
import { addTab, changeTab, findTab, listTabs, removeTab } from '../teams/tabs.ts';
import { type Control, readBody } from './control.ts';
import { personaField, textField } from './fields.ts';
import type { AddTabRequest, ChangeTabRequest, TabSettings, TabView } from './tab-shapes.ts';

const settingsSchema: z.ZodType<TabSettings> = z.strictObject({
  entityId: textField('what names the content'),
  contentUrl: z.url('the address that the tab opens'),
  websiteUrl: z.url('its address outside Teams').nullable(),
});
const addSchema: z.ZodType<AddTabRequest> = z.strictObject({
  persona: personaField,
  name: textField('what the tab is called'),
  settings: settingsSchema,
});
const changeSchema: z.ZodType<ChangeTabRequest> = z.strictObject({
  persona: personaField,
  settings: settingsSchema.nullable(),
});

/** The app's tabs in channels. */
export function tabControls(world: World): Control[] {
  return [
    {
      method: 'GET',
      path: '/conversations/:id/tabs',
      handler: ({ params }): TabView[] => listTabs(world, requireConversation(world, params.id ?? '').id),
    },
    {
      method: 'POST',
      path: '/conversations/:id/tabs',
      handler: (request) => add(world, request.params.id ?? '', readBody(request, addSchema)),
    },
    {
      method: 'POST',
      path: '/tabs/:id',
      handler: (request) => change(world, request.params.id ?? '', readBody(request, changeSchema)),
    },
  ];
}

/** @throws RefusedError 403 for who is not in the channel, 409 for a chat */
function add(world: World, conversationId: string, { persona, name, settings }: AddTabRequest): TabView {
  const place = requireConversation(world, conversationId);
  requireMember(place, requirePersona(world, persona));
  if (place.kind === 'personal') throw conflict('The chat with the bot has the tabs of its package alone.');
  return addTab(world, { conversationId: place.id, name, ...settings });
}

/** @throws RefusedError 403, 404 */
function change(world: World, id: string, { persona, settings }: ChangeTabRequest): TabView {
  const tab = findTab(world, id);
  if (tab === undefined)
    throw notFound('There is no such tab. GET /sandbox/conversations/{id}/tabs lists them.');
  requireMember(requireConversation(world, tab.conversationId), requirePersona(world, persona));
  if (settings !== null) return changeTab(world, tab, settings);
  removeTab(world, tab);
  return tab;
}
