import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import { nextDueAt, runDue } from '../../workflow/run-due.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { putRows } from '../workflow/helpers/fill-mirror.ts';
import { makeDeps, type TestProcess } from '../workflow/helpers/make-deps.ts';
import {
  ACTORS,
  channelOf,
  fillBoth,
  type Letter,
  MARK,
  makeTwin,
  OTHER,
  PLANS_OF,
  planIdOf,
} from './helpers/two-plans.ts';

let opened: TestDatabase;
let deps: TestProcess;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened?.close());
async function begin(): Promise<void> {
  await emptyDatabase(opened.database);
  await fillBoth(opened.database);
  deps = makeDeps({ database: opened.database });
}

/** Three fortnightly meetings, stopping wherever something falls due. */
async function runFiveWeeks(): Promise<void> {
  const end = Temporal.Instant.from('2022-02-11T18:00:00Z');
  for (;;) {
    await runDue(deps);
    const next = await nextDueAt(deps);
    if (next === null || Temporal.Instant.compare(next, end) > 0) return;
    deps.setClock(next.toString());
  }
}

/** Every text that went to a channel or a person, by its address. */
function wentTo(address: string | null): string[] {
  const sent = deps.messenger.sent.flatMap(({ to, content }) =>
    (to.kind === 'channel' ? to.channelId : to.entraObjectId) === address ? [JSON.stringify(content)] : [],
  );
  const updated = deps.messenger.updated.flatMap(({ at, content }) =>
    at.conversationId === address ? [JSON.stringify(content)] : [],
  );
  return [...sent, ...updated];
}

const idOf = (actor: string) => ACTORS[actor]?.entraObjectId ?? null;
const sentKinds = () => new Set(deps.messenger.sent.map(({ content }) => content.kind));

describe('five weeks of two plans that are alike', () => {
  beforeAll(async () => {
    await begin();
    await runFiveWeeks();
  });

  test('bring check-ins, digests, alerts and reminders of both', () => {
    for (const kind of ['check-in', 'digest', 'reminder'] as const) expect([...sentKinds()]).toContain(kind);
    for (const letter of ['a', 'b'] as const) {
      const texts = wentTo(channelOf(letter, 'send'));
      expect(texts.length).toBeGreaterThan(3);
      expect(texts.join()).toContain(MARK[letter]);
    }
  });

  test.each(['a', 'b'] as const)('nothing of another plan comes to a channel of plan %s', (letter) => {
    for (const group of ['send', 'board'] as const)
      expect(wentTo(channelOf(letter, group)).join()).not.toContain(MARK[OTHER[letter]]);
  });

  test('whoever is in both plans gets one reminder a day, about both', () => {
    const reminders = wentTo(idOf('person of both')).filter((text) => text.includes('"kind":"reminder"'));
    expect(reminders.length).toBeGreaterThan(0);
    for (const reminder of reminders)
      for (const mark of Object.values(MARK)) expect(reminder).toContain(mark);
    const days = deps.messenger
      .of('reminder')
      .flatMap(({ to, todayWords }) =>
        to.kind === 'person' && to.entraObjectId === idOf('person of both') ? [todayWords] : [],
      );
    expect(new Set(days).size).toBe(days.length);
  });

  test.each(['person of A', 'person of B'])('%s gets the part of their own plan only', (actor) => {
    const [mine] = PLANS_OF[actor] as [Letter];
    const texts = wentTo(idOf(actor));
    expect(texts.join()).toContain(MARK[mine]);
    expect(texts.join()).not.toContain(MARK[OTHER[mine]]);
  });

  test('nobody else hears anything, and nothing anybody wrote is logged', () => {
    expect(wentTo(idOf('outsider'))).toEqual([]);
    const log = JSON.stringify(deps.logged);
    for (const mark of Object.values(MARK)) expect(log).not.toContain(mark);
  });
});

describe('a channel that a second plan enters by mistake', () => {
  const CHANNEL = channelOf('a', 'send');
  const enterIn = async (letter: Letter, channelId: string) => {
    const groups = makeTwin(letter).groups.map((group) =>
      group.key === 'send' ? { ...group, channelId } : group,
    );
    await putRows(opened.database, planIdOf(letter), 'Groups', groups);
    await opened.database.query('UPDATE plan_site SET version = version + 1 WHERE plan_id = $1', [
      planIdOf(letter),
    ]);
  };
  beforeAll(async () => {
    await begin();
    await runDue(deps);
    await enterIn('b', CHANNEL);
    await runFiveWeeks();
  });

  const checkIn = (actor: string) =>
    createUseCases(deps).openCheckIn({ actor: ACTORS[actor] as never, channelId: CHANNEL });

  test('stays with the plan that entered it first: the other sends nothing there', () => {
    const texts = wentTo(CHANNEL).join();
    expect(texts).toContain(MARK.a);
    expect(texts).not.toContain(MARK.b);
  });

  test('answers nobody of the other plan there', async () => {
    await expect(checkIn('person of B')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(JSON.stringify(await checkIn('person of both'))).not.toContain(MARK.b);
  });

  test('is the other plan’s once the first has taken it out of its list', async () => {
    await enterIn('a', '19:a-moved@thread.tacv2');
    await runDue(deps);
    expect(JSON.stringify(await checkIn('person of B'))).toContain(MARK.b);
    await expect(checkIn('person of A')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
