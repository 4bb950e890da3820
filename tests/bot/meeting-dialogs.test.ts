import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildOpenFormCard, type FormVerb } from '../../bot/cards/open-form-card.ts';
import { AppError } from '../../plan/errors.ts';
import { inChannel, invoke, PERSON_ID, TENANT_ID } from './helpers/make-activity.ts';
import { cardContext } from './helpers/make-content.ts';
import { entraId, makeMeetingContent } from './helpers/make-meeting-content.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { actionTitled, buttonsOf, inputsOf, type Json, valuesOf, wordsOf } from './helpers/walk-card.ts';
import { wordsSent } from './helpers/words-sent.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const MEETING = 'send@2022-01-24';
const actor = { tenantId: TENANT_ID, entraObjectId: PERSON_ID, email: null };

interface Shown {
  readonly card: Json | null;
  readonly title: string | null;
  readonly text: string | null;
}

const ask = async (name: string, data: unknown): Promise<Shown> => {
  const response = await running.send({ ...inChannel, ...invoke(name, { data }) });
  expect(response.status).toBe(200);
  const { task } = response.json as { task: { type: string; value: unknown } };
  if (task.type === 'message') return { card: null, title: null, text: String(task.value) };
  const { card, title } = task.value as { title: string; card: { content: Json } };
  return { card: card.content, title, text: null };
};

const buttonOf = (verb: FormVerb, meeting = makeMeetingContent()) =>
  (buttonsOf(buildOpenFormCard({ verb, meeting }, cardContext))[0] as Json).data;

const open = async (verb: FormVerb): Promise<Json> => {
  const { card } = await ask('task/fetch', buttonOf(verb));
  if (!card) throw new Error('no dialog opened');
  return card;
};

const press = (card: Json, button: string, typed: Json = {}) =>
  ask('task/submit', { ...(actionTitled(card, button).data as Json), ...valuesOf(card), ...typed });

const input = (card: Json, id: string) => inputsOf(card).find((one) => one.id === id);

describe('a new action', () => {
  const typed = { title: 'Share the map', owner: entraId(1), due: '2022-02-04', details: 'By post.' };

  test('is asked for with the people of the plan, the group’s first, and Teams’ people picker', async () => {
    const { card, title } = await ask('task/fetch', buttonOf('add-action'));
    expect(title).toBe('Add action');
    expect(running.useCases.called('viewMeeting')).toEqual([{ actor, planId: 'alp', meetingKey: MEETING }]);
    expect(input(card as Json, 'owner')).toMatchObject({
      style: 'filtered',
      choices: [
        { title: 'SEND group chair', value: entraId(1) },
        { title: 'New owner', value: 'new' },
        { title: 'Finance owner', value: entraId(3) },
      ],
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users?scope=currentContext' },
    });
    expect(input(card as Json, 'recommendation')).toMatchObject({
      value: '-',
      choices: [
        { title: 'None', value: '-' },
        { title: '3 Develop a joint protocol', value: 'r3' },
        { title: '12 Plan and money', value: 'r12' },
      ],
    });
    expect(input(card as Json, 'checked')).toBeUndefined();
  });

  test('is saved with what was typed, and the dialog ends with what was done', async () => {
    const { text } = await press(await open('add-action'), 'Add action', { ...typed, recommendation: 'r12' });
    expect(text).toBe('Done.');
    expect(running.useCases.called('addAction')).toEqual([
      {
        actor,
        planId: 'alp',
        groupKey: 'send',
        meetingKey: MEETING,
        submissionKey: 'key-00000001',
        action: { ...typed, recommendation: 'r12', checked: false },
      },
    ]);
  });

  test('may serve no recommendation', async () => {
    await press(await open('add-action'), 'Add action', typed);
    expect(running.useCases.called('addAction')).toMatchObject([{ action: { recommendation: '' } }]);
  });

  test('comes back with everything typed, what is wrong beside the field, and a tick where it was held back', async () => {
    running.useCases.meetings.problems = [
      { field: 'owner', message: 'This person is not in the plan yet.' },
      { field: 'details', message: 'This looks like an NHS number.', held: true },
    ];
    const stranger = { ...typed, owner: '12345678-0000-4000-8000-000000000000', recommendation: 'r3' };
    const { card } = await press(await open('add-action'), 'Add action', stranger);
    expect(valuesOf(card)).toEqual({ ...stranger, checked: 'false' });
    const words = wordsOf(card);
    expect(words).toContain('Nothing was saved yet. What you typed is kept');
    expect(words).toMatch(/Please check: \nThis person is not in the plan yet\.\nWho does it\?/);
    expect(words).toMatch(/Please check: \nThis looks like an NHS number\.\nDetails/);
    expect(words).toContain('I have checked: this does not name a child');

    running.useCases.meetings.problems = [{ field: 'due', message: 'That day has passed.' }];
    const { card: again } = await press(card as Json, 'Add action', { checked: 'true' });
    expect(running.useCases.called('addAction').at(-1)).toMatchObject({
      submissionKey: 'next-0000001',
      action: { checked: true, owner: stranger.owner },
    });
    // Whoever looked again need not do so a second time.
    expect(valuesOf(again)).toMatchObject({ checked: 'true' });
  });

  test('keeps long text that was typed', async () => {
    running.useCases.meetings.problems = [{ field: 'details', message: 'Too long.' }];
    const long = { title: 'y'.repeat(1_900), details: `${'x'.repeat(9_000)}\nend` };
    const { card } = await press(await open('add-action'), 'Add action', long);
    expect(valuesOf(card)).toMatchObject(long);
  });

  test('is added to the group where there is no meeting', async () => {
    const none = makeMeetingContent({ meetingKey: null, state: null, meetingWords: '' });
    await ask('task/fetch', buttonOf('add-action', none));
    expect(running.useCases.called('viewGroupMeeting')).toEqual([{ actor, planId: 'alp', groupKey: 'send' }]);
  });
});

describe('a decision', () => {
  test('is asked for under those recorded so far, and saved', async () => {
    const card = await open('record-decision');
    expect(wordsOf(card)).toMatch(/Recorded so far\nMon 24 Jan 2022, 10:05, SEND group chair: The pilot/);
    expect((await press(card, 'Record decision', { decision: 'Schools are told.' })).text).toBe('Done.');
    expect(running.useCases.called('recordDecision')).toEqual([
      {
        actor,
        planId: 'alp',
        meetingKey: MEETING,
        submissionKey: 'key-00000001',
        decision: 'Schools are told.',
        checked: false,
      },
    ]);
  });

  test('comes back as it was typed where it is held back', async () => {
    running.useCases.meetings.problems = [{ field: 'decision', message: 'Looks like a UPN.', held: true }];
    const { card } = await press(await open('record-decision'), 'Record decision', { decision: 'A\nB' });
    expect(valuesOf(card)).toEqual({ decision: 'A\nB', checked: 'false' });
    await press(card as Json, 'Record decision', { checked: 'true' });
    expect(running.useCases.called('recordDecision').at(-1)).toMatchObject({
      decision: 'A\nB',
      checked: true,
    });
  });
});

describe('who was there', () => {
  test('is ticked from a list of the group, and chosen from the others', async () => {
    const card = await open('attendance');
    expect(input(card, 'members')).toMatchObject({ style: 'expanded', isMultiSelect: true, value: 'new' });
    expect(input(card, 'others')).toMatchObject({
      style: 'filtered',
      isMultiSelect: true,
      choices: [{ title: 'Finance owner', value: 'finance' }],
    });
    expect(wordsOf(card)).toContain('Whoever has answered is ticked.');
    await press(card, 'Save', { members: 'chair,new', others: 'finance' });
    expect(running.useCases.called('recordAttendance')).toMatchObject([
      { meetingKey: MEETING, submissionKey: 'key-00000001', attendees: ['chair', 'new', 'finance'] },
    ]);
  });

  test('may be nobody', async () => {
    expect((await press(await open('attendance'), 'Save', { members: '', others: '' })).text).toBe('Done.');
    expect(running.useCases.called('recordAttendance')).toMatchObject([{ attendees: [] }]);
  });

  test('comes back with the same ticks where somebody has left the plan', async () => {
    running.useCases.meetings.problems = [{ field: 'attendees', message: 'Somebody is gone.' }];
    const { card } = await press(await open('attendance'), 'Save', { members: 'chair', others: 'finance' });
    expect(valuesOf(card)).toEqual({ members: 'chair', others: 'finance' });
    expect(wordsOf(card)).toContain('Somebody is gone.');
  });
});

describe.each(['add-action', 'record-decision', 'attendance'] as const)('%s', (verb) => {
  test('opens for no meeting that was cancelled', async () => {
    running.useCases.meetings.meeting = makeMeetingContent({ state: 'Cancelled' });
    expect((await ask('task/fetch', buttonOf(verb))).text).toBe(
      'This meeting was cancelled, so nothing can be recorded for it.',
    );
  });

  test('says why somebody may not', async () => {
    const userMessage = 'Only members of the SEND group can add to its meetings.';
    running.useCases.failNext(new AppError({ code: 'NOT_FOUND', message: 'no', userMessage }));
    expect((await ask('task/fetch', buttonOf(verb))).text).toBe(userMessage);
  });

  test('is refused in words where its button names no group', async () => {
    const data = buttonOf(verb) as { milepost: object };
    const bare = { milepost: { ...data.milepost, groupKey: null, meetingKey: null } };
    for (const name of ['task/fetch', 'task/submit'])
      expect((await ask(name, bare)).text).toContain('can’t be read any more');
    expect(running.useCases.calls.every(({ name }) => name === 'seeConversation')).toBe(true);
  });

  test('says where it works in an app that knows no dialogs', async () => {
    await running.send({ ...inChannel, text: undefined, value: buttonOf(verb) });
    expect(wordsSent(running.teams)).toEqual([expect.stringContaining('can’t show the form here')]);
  });
});

describe('by message, in the group’s channel', () => {
  const write = (text: string) => running.send({ ...inChannel, text });
  const sentCard = (): Json => {
    const [request] = running.teams.requests.filter(({ method }) => method === 'POST');
    const attachments = (request?.body.attachments ?? []) as { content: Json }[];
    return attachments[0]?.content ?? {};
  };

  test.each([
    ['add action', 'Add action', 'add-action', false],
    ['decision', 'Record decision', 'record-decision', true],
    ['attendance', 'Attendance', 'attendance', true],
  ] as const)('“%s” answers with the one button that opens the form', async (text, title, verb, orLast) => {
    await write(text);
    expect(running.useCases.called('viewChannelMeeting')).toMatchObject([{ orLast }]);
    const [button, ...others] = buttonsOf(sentCard());
    expect(others).toEqual([]);
    expect(button).toMatchObject({
      title,
      data: {
        msteams: { type: 'task/fetch' },
        milepost: { verb, planId: 'alp', groupKey: 'send', meetingKey: MEETING },
      },
    });
    expect((await ask('task/fetch', button?.data)).card).not.toBeNull();
  });

  test('what belongs to a meeting is not offered where there is none', async () => {
    running.useCases.meetings.meeting = makeMeetingContent({ meetingKey: null, state: null });
    await write('decision');
    await write('add action');
    expect(wordsSent(running.teams)).toEqual([
      expect.stringContaining('no meeting yet'),
      expect.stringContaining('Add action'),
    ]);
  });

  test.each(['add action', 'decision', 'attendance'])(
    '“%s” in a chat says where it belongs',
    async (text) => {
      await running.send({ text });
      expect(wordsSent(running.teams)).toEqual([expect.stringContaining('in the group’s channel')]);
    },
  );
});
