import { randomUUID } from 'node:crypto';
import { listActions } from '../../sandbox/teams/card-walk.ts';
import { mergeData } from '../../sandbox/teams/client/find-action.ts';
import { buildInvoke, type Invoke, type PressPlace } from './activity.ts';
import type { OpenCheckIn } from './check-in.ts';
import { fetchJson } from './json.ts';
import type { BenchPerson } from './people.ts';
import type { IssueTeamsToken } from './teams-tokens.ts';

/** `in place`: on the card in the person's own chat. `dialog`: by the form behind "Answer mine" in the channel. */
export type AnswerKind = 'in place' | 'dialog';

/** One answer to one item, ready to be posted to the bot, as often as one likes. */
export interface Submission {
  readonly kind: AnswerKind;
  /** Found again in the Updates list: its column AnswerId holds it. */
  readonly submissionKey: string;
  /** What was said, like no other. */
  readonly note: string;
  readonly headers: { readonly 'content-type': string; readonly authorization: string };
  readonly body: string;
}

/** Somebody with their forms open. */
export interface Answerer {
  /** The items that their dialog asks about, in its order: `Actions/12`. */
  readonly asked: readonly string[];
  /** A new answer that changes something: its note is like no other. Of the first item, and nothing else, unless said. */
  next(kind: AnswerKind, more?: { readonly index: number; readonly inputs: Fields }): Submission;
}

/** What is typed besides the note, by field. */
type Fields = Readonly<Record<string, string>>;

type Card = Parameters<typeof listActions>[0];
type ButtonData = { readonly milepost: Readonly<Record<string, unknown>> };

/** Opens both forms as the person, over HTTP like Teams, and signs their token once. */
export async function openForms(
  person: BenchPerson,
  {
    serverUrl,
    sandboxUrl,
    checkIn,
    issueToken,
  }: {
    readonly serverUrl: string;
    readonly sandboxUrl: string;
    readonly checkIn: OpenCheckIn;
    readonly issueToken: IssueTeamsToken;
  },
): Promise<Answerer> {
  const serviceUrl = `${sandboxUrl}/connector/`;
  const token = await issueToken(serviceUrl);
  const { planId, meetingKey, channelId } = checkIn;
  const channel = { channelId };
  const press = <Answer>(invoke: Invoke, place: PressPlace) =>
    fetchJson<Answer>(`${serverUrl}/api/messages`, {
      token,
      body: buildInvoke(invoke, { person, place, serviceUrl }),
    });
  const buttonData = (verb: string, more: object) => ({
    milepost: { v: 1, verb, planId, submissionKey: randomUUID(), ...more },
  });

  const inPlace = await press<{ value: Card }>(
    { name: 'adaptiveCard/action', value: { action: { data: buttonData('refresh', {}) } } },
    'chat',
  );
  const dialog = await press<{ task: { value: { card: { content: Card } } } }>(
    { name: 'task/fetch', value: { data: buttonData('answer-mine', { meetingKey }) } },
    channel,
  );
  const saveInPlace = filledIn(inPlace.value, 'answer-item');
  const saveDialog = filledIn(dialog.task.value.card.content, 'save-answers');

  let count = 0;
  const { asked } = saveDialog.milepost as { asked: readonly { ref: { list: string; key: string } }[] };
  return {
    asked: asked.map(({ ref }) => `${ref.list}/${ref.key}`),
    next(kind, { index, inputs } = { index: 0, inputs: {} }) {
      count += 1;
      const submissionKey = randomUUID();
      const note = `Word ${count} of ${person.name}: the group has agreed the next step.`;
      const form = kind === 'in place' ? saveInPlace : saveDialog;
      const data = {
        ...form,
        milepost: { ...form.milepost, submissionKey },
        ...Object.fromEntries(
          Object.entries({ ...inputs, note }).map(([field, text]) => [`${field}_${index}`, text]),
        ),
      };
      const invoke: Invoke =
        kind === 'in place'
          ? {
              name: 'adaptiveCard/action',
              value: {
                action: { type: 'Action.Execute', title: 'Save answer', verb: 'answer-item', data },
                trigger: 'manual',
              },
            }
          : { name: 'task/submit', value: { data, context: { theme: 'default' } } };
      const place = kind === 'in place' ? 'chat' : channel;
      return {
        kind,
        submissionKey,
        note,
        headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
        body: JSON.stringify(buildInvoke(invoke, { person, place, serviceUrl })),
      };
    },
  };
}

/** What the button with this verb sends when nobody has typed anything. */
function filledIn(card: Card, verb: string): ButtonData {
  const button = listActions(card).find(({ data }) => (data as ButtonData | null)?.milepost?.verb === verb);
  if (button === undefined) throw new Error(`The form has no button ${verb}: ${JSON.stringify(card)}`);
  return mergeData(button, {}) as ButtonData;
}

/** Whether the person was told that it is saved; by this delivery or by an earlier one of the same submission. */
export function isAccepted(status: number, body: string): boolean {
  return status === 200 && (body.includes('Saved 1 answer.') || body.includes('This was saved already'));
}

/** How many answers were accepted. */
export function countAccepted(
  answered: readonly { readonly status: number; readonly body: string }[],
): number {
  return answered.filter(({ status, body }) => isAccepted(status, body)).length;
}
