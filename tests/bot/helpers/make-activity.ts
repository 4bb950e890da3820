export const TENANT_ID = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const PERSON_ID = '99999999-8888-4777-8666-555555555555';
export const TEAMS_USER_ID = '29:person';
export const BOT_ID = '28:bot';
export const CHANNEL_ID = '19:send@thread.tacv2';

type Fields = Readonly<Record<string, unknown>>;

let count = 0;

/** An activity as Teams posts it from a person's chat with the bot; tests override what matters. */
export const makeActivity = (over: Fields = {}): Fields => {
  count += 1;
  return {
    type: 'message',
    id: `incoming-${count}`,
    timestamp: '2022-01-24T09:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:9/connector/',
    from: { id: TEAMS_USER_ID, name: 'Somebody', aadObjectId: PERSON_ID },
    recipient: { id: BOT_ID, name: 'Milepost' },
    conversation: { id: 'a:chat', conversationType: 'personal', tenantId: TENANT_ID },
    channelData: { tenant: { id: TENANT_ID } },
    text: 'help',
    ...over,
  };
};

/** The parts of an activity that say it was written in a channel. */
export const inChannel: Fields = {
  conversation: {
    id: `${CHANNEL_ID};messageid=1`,
    conversationType: 'channel',
    isGroup: true,
    tenantId: TENANT_ID,
  },
  channelData: {
    tenant: { id: TENANT_ID },
    channel: { id: CHANNEL_ID },
    team: { id: '19:team@thread.tacv2', aadGroupId: 'group-guid' },
  },
};

/** An invoke; it has no text. */
export const invoke = (name: string, value: unknown): Fields => ({
  type: 'invoke',
  name,
  value,
  text: undefined,
});

/** A press on an Action.Execute, with what stood in the card's inputs. */
export const execute = (action: Fields, inputs: Fields = {}): Fields =>
  invoke('adaptiveCard/action', {
    action: { type: 'Action.Execute', verb: action.verb, data: { ...(action.data as object), ...inputs } },
    trigger: 'manual',
  });
