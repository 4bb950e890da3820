import { randomUUID } from 'node:crypto';
import { listActions } from '../../sandbox/teams/card-walk.ts';
import { mergeData } from '../../sandbox/teams/client/find-action.ts';
import { buildInvoke, type Invoke, type PressPlace } from './activity.ts';
import { fetchJson } from './json.ts';
import type { BenchPerson } from './people.ts';
import type { IssueTeamsToken } from './teams-tokens.ts';

/** One request to the bot's endpoint, ready to be posted as often as one likes. */
export interface Delivery {
  readonly headers: { readonly 'content-type': string; readonly authorization: string };
  readonly body: string;
}

export type Card = Parameters<typeof listActions>[0];

/** What a button of ours carries. */
export interface ButtonData extends Readonly<Record<string, unknown>> {
  readonly milepost: Readonly<Record<string, unknown>>;
}

/** A person before Teams: presses buttons with a token that is signed once. */
export interface Desk {
  readonly person: BenchPerson;
  /** Each delivery made is another activity. */
  deliveryOf(invoke: Invoke, place: PressPlace): Delivery;
  /** Posts it. @throws Error for any status but 2xx */
  press<Answer>(invoke: Invoke, place: PressPlace): Promise<Answer>;
  /** The card that a press answers with, in place. */
  showCard(data: ButtonData, place: PressPlace): Promise<Card>;
  /** The form that a press opens. */
  openDialog(data: ButtonData, place: PressPlace): Promise<Card>;
}

/** Where a person's presses go. */
export interface DeskPlace {
  readonly serverUrl: string;
  readonly sandboxUrl: string;
  readonly issueToken: IssueTeamsToken;
}

export async function openDesk(
  person: BenchPerson,
  { serverUrl, sandboxUrl, issueToken }: DeskPlace,
): Promise<Desk> {
  const serviceUrl = `${sandboxUrl}/connector/`;
  const token = await issueToken(serviceUrl);
  const press = <Answer>(invoke: Invoke, place: PressPlace) =>
    fetchJson<Answer>(`${serverUrl}/api/messages`, {
      token,
      body: buildInvoke(invoke, { person, place, serviceUrl }),
    });
  return {
    person,
    press,
    deliveryOf: (invoke, place) => ({
      headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
      body: JSON.stringify(buildInvoke(invoke, { person, place, serviceUrl })),
    }),
    async showCard(data, place) {
      const { value } = await press<{ value: Card }>(executeOf(data), place);
      return value;
    },
    async openDialog(data, place) {
      const { task } = await press<{ task: { value: { card?: { content: Card } } } }>(
        { name: 'task/fetch', value: { data } },
        place,
      );
      if (task.value.card === undefined)
        throw new Error(`A dialog was not opened: ${JSON.stringify(task.value)}`);
      return task.value.card.content;
    },
  };
}

/** A button's data as a card of ours has it, with a key of its own. */
export function buttonData(verb: string, more: object): ButtonData {
  return { milepost: { v: 1, verb, submissionKey: randomUUID(), ...more } };
}

/** A press on a button that works in place. */
export function executeOf(data: ButtonData): Invoke {
  const { verb } = data.milepost;
  return {
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  };
}

/** A press on the button of a dialog. */
export function submitOf(data: ButtonData): Invoke {
  return { name: 'task/submit', value: { data, context: { theme: 'default' } } };
}

/** What the button with this verb sends when nobody has typed anything. @throws Error where there is none */
export function filledIn(card: Card, verb: string): ButtonData {
  const button = listActions(card).find(({ data }) => (data as ButtonData | null)?.milepost?.verb === verb);
  if (button === undefined) throw new Error(`The form has no button ${verb}: ${JSON.stringify(card)}`);
  return mergeData(button, {}) as ButtonData;
}
