import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { BANK_HOLIDAYS } from '../../plan/calendar/bank-holidays.ts';
import { openBrowser } from '../helpers/browser.ts';
import type { Milepost } from '../helpers/milepost.ts';
import { arrivedIn, arrivedInChannel, arrivedInChats, conversationsOf, linesUnder } from './arrived.ts';
import { type AlertLine, alertDaysOf } from './expected-alerts.ts';
import { startOnPostgres } from './on-postgres.ts';
import { fillIn, openAs, type PersonaPage } from './pages.ts';
import { openSite, type Site } from './site.ts';

/** The sample plan from January to September 2022, and what arrived in every channel and chat on the way. */
let browser: Browser;
let milepost: Milepost;
let site: Site;

beforeAll(async () => {
  [browser, milepost] = await Promise.all([openBrowser(), startOnPostgres()]);
  site = await openSite(milepost);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await milepost?.close();
});

const GROUPS = ['Data', 'Finance', 'SEND', 'Schools', 'Safeguarding', 'Commissioning'];
const HOLIDAYS: ReadonlySet<string> = new Set(BANK_HOLIDAYS.map(({ date }) => date));
const LAST_DAY = '2022-09-30';

const isWorkingDay = (day: string) => Temporal.PlainDate.from(day).dayOfWeek <= 5 && !HOLIDAYS.has(day);
const moveTo = (day: string) => milepost.control('POST', '/sandbox/clock', { to: `${day}T12:00:00Z` });

/** Does something in somebody's chat with Milepost. */
async function inChatOf(persona: string, work: (chat: PersonaPage) => Promise<void>): Promise<void> {
  const person = await openAs(browser, milepost, persona);
  await person.openChat();
  await work(person);
  await person.close();
}

const newestCard = ({ page }: PersonaPage, text: string): Locator =>
  page.locator('[data-message-id]').filter({ hasText: text }).last();

/** Answers one item on the newest reminder in place: with a press, and with a form where that asks for more. */
async function answerReminder(
  person: PersonaPage,
  {
    item,
    press,
    form,
  }: { item: string; press: string; form?: { answers: Record<string, string>; save: string } },
): Promise<void> {
  const newest = newestCard(person, 'a word from you');
  await newest.getByText(item).first().waitFor();
  // Once it is answered it no longer asks for a word.
  const id = await newest.getAttribute('data-message-id');
  const card = person.page.locator(`[data-message-id="${id}"]`);
  const others = card.getByLabel('Next, or something else');
  if ((await others.getByRole('option', { name: item }).count()) > 0) {
    await others.selectOption({ label: item });
    await card.getByRole('button', { name: 'Go on' }).click();
    await others.getByRole('option', { name: item }).waitFor({ state: 'detached' });
  }
  await card.getByRole('button', { name: press, exact: true }).click();
  if (form !== undefined) {
    await fillIn(card, form.answers);
    await card.getByRole('button', { name: form.save, exact: true }).click();
  }
  await card.getByText('Saved').first().waitFor();
}

describe('what people do meanwhile', () => {
  test('10 January: an owner leaves it to a deputy, an item is expected later than the plan tolerates', async () => {
    const owners = await site.rows('Owners');
    const row = (name: string) => {
      const found = owners.find(({ Title }) => Title === name);
      if (found === undefined) throw new Error(`there is no owner ${name}`);
      return Number(found.id);
    };
    await site.edit('Owners', row('Data group owner'), {
      DeputyLookupId: row('Data group chair'),
      AwayFrom: '2022-02-01T00:00:00Z',
      AwayTo: '2022-04-30T00:00:00Z',
    });
    const owner = await openAs(browser, milepost, 'send-owner');
    const post = await owner.openPost('SEND', 'SEND group check-in');
    const dialog = await owner.openDialog(post, 'Answer mine');
    await fillIn(dialog, {
      Stage: 'In progress',
      'How confident are you?': 'A Amber: feasible, with significant issues that can be resolved',
      'When do you expect it to be done?': '2022-04-29',
      'Why? Needed': 'Two schools join only after Easter',
    });
    await dialog.getByRole('button', { name: 'Save answers' }).click();
    await owner.page.getByText('Saved 1 answer').waitFor();
    await owner.close();
  }, 240_000);

  test('10 January: another is done, as its owner says in “my actions”', async () => {
    await inChatOf('schools-owner', async (owner) => {
      await owner.write('my actions');
      const card = newestCard(owner, 'of yours are open');
      await card.getByText('Waiting on somebody, or evidence to show?').click();
      await fillIn(card, {
        Stage: 'Done awaiting sign-off',
        'How confident are you?': 'G Green: success is highly likely',
        'Link to evidence': 'https://example.sharepoint.com/protocol.docx',
      });
      await card.getByRole('button', { name: 'Save answer' }).click();
      await card.getByText('Saved').first().waitFor();
    });
  });

  test('12 January: a third waits on another group, as its owner says on the reminder', async () => {
    await moveTo('2022-01-12');
    await inChatOf('send-owner', (owner) =>
      answerReminder(owner, {
        item: '12 Plan and fund ALP for pupils with SEND until new places open',
        press: 'Blocked',
        form: {
          answers: {
            'Which group does it wait on?': 'Finance',
            'What is in the way?': 'Nobody has said who pays for the places',
          },
          save: 'Save: blocked',
        },
      }),
    );
  });

  test('a fortnight on, a group’s chair agrees that its item is done', async () => {
    const chair = await openAs(browser, milepost, 'schools-chair');
    await chair.page.getByRole('button', { name: 'A fortnight on' }).click();
    await chair.page
      .getByLabel('Clock')
      .getByText(/Wed 26 Jan 2022/)
      .waitFor({ timeout: 120_000 });
    await chair.openChat();
    await answerReminder(chair, {
      item: '2 Write a graduated response protocol with schools',
      press: 'Agree it is done',
    });
    await chair.close();
  }, 240_000);

  test('7 March: nothing is in the way of the third any more', async () => {
    await moveTo('2022-03-07');
    await inChatOf('send-owner', (owner) =>
      answerReminder(owner, {
        item: '12 Plan and fund ALP for pupils with SEND until new places open',
        press: 'On track',
      }),
    );
  }, 300_000);

  test('31 May: an owner speaks at last of what is overdue, and the summer passes', async () => {
    await moveTo('2022-05-31');
    await inChatOf('finance-owner', (owner) =>
      answerReminder(owner, {
        item: '10 Give budget holders working controls',
        press: 'New date',
        form: {
          answers: {
            'When do you now expect it?': '2022-07-29',
            'Why then? Needed where it is later': 'The system was switched on only now',
          },
          save: 'Save the new date',
        },
      }),
    );
    for (const day of ['2022-08-01', LAST_DAY]) await moveTo(day);
    const { now } = await milepost.control<{ now: string }>('GET', '/sandbox/clock');
    expect(now).toMatch(new RegExp(`^${LAST_DAY}`));
  }, 600_000);
});

describe('what arrived', () => {
  test('nothing came at a weekend, on a bank holiday or at night, and nothing in General', async () => {
    for (const one of await conversationsOf(milepost)) {
      const atOddTimes = (await arrivedIn(milepost, one)).filter(
        ({ day, time }) => !isWorkingDay(day) || time < '09:00' || time > '17:00',
      );
      expect([one.title, atOddTimes.map(({ day, time }) => `${day} ${time}`)]).toEqual([one.title, []]);
    }
    expect(await arrivedInChannel(milepost, 'General')).toEqual([]);
  });

  test('nobody had more than one message a day, and the deputy had those of the owner who was away', async () => {
    const chats = await arrivedInChats(milepost);
    for (const [name, arrived] of chats) {
      const days = arrived.filter(({ text }) => text.includes('a word from you')).map(({ day }) => day);
      expect([name, days.filter((day, at) => days.indexOf(day) !== at)]).toEqual([name, []]);
    }
    const whileAway = (name: string) =>
      (chats.get(name) ?? []).filter(({ day }) => day >= '2022-02-01' && day <= '2022-04-30');
    expect(whileAway('Data group owner')).toEqual([]);
    expect(whileAway('Data group chair').length).toBeGreaterThan(0);
  });

  test('each group has one digest for each meeting, at 09:00 by the clock before and after it changed', async () => {
    for (const group of GROUPS) {
      const digests = await digestsOf(group);
      const days = digests.map(({ day }) => day);
      expect(new Set(days).size).toBe(days.length);
      expect(days.length).toBeGreaterThanOrEqual(17);
      expect(new Set(digests.map(({ time }) => time))).toEqual(new Set(['09:00']));
      expect(days.some((day) => day < '2022-03-27') && days.some((day) => day > '2022-03-27')).toBe(true);
    }
  });

  test('what waits on another group stands in both groups’ digests for as long as it waits', async () => {
    const daysWith = async (group: string, heading: string, words: string) =>
      (await digestsOf(group))
        .filter((digest) => linesUnder(digest, heading).some((line) => line.includes(words)))
        .map(({ day }) => day);
    const waiting = await daysWith('SEND', 'Waiting on others', 'waits on Finance since 12 Jan 2022');
    const waitedOn = await daysWith('Finance', 'Others wait on this group', 'SEND waits since 12 Jan 2022');
    const between = async (group: string) =>
      (await digestsOf(group))
        .map(({ day }) => day)
        .filter((day) => '2022-01-12' < day && day < '2022-03-08');
    expect(waiting).toEqual(await between('SEND'));
    expect(waitedOn).toEqual(await between('Finance'));
    expect(waiting.length).toBeGreaterThanOrEqual(3);
  });

  test('every alert, item by item, comes on the day that the plan says, once, in one post a day', async () => {
    const expected = await expectedAlerts();
    for (const group of GROUPS) {
      const posts = (await arrivedInChannel(milepost, group)).filter(({ sections }) =>
        sections.some(({ heading }) => heading === `${group} group: news of the plan`),
      );
      const days = posts.map(({ day }) => day);
      expect(days).toEqual([...new Set(days)]);
      const told = posts.flatMap(({ day, sections }) =>
        sections.flatMap(({ heading, lines }) =>
          lines.flatMap((line): AlertLine[] => {
            const number = /^(\d+) /.exec(line)?.[1];
            return number === undefined ? [] : [[day, heading, Number(number)]];
          }),
        ),
      );
      expect([group, told.map(String).toSorted()]).toEqual([group, expected.get(group)]);
    }
  });

  test('a chair is told weekly of what went unanswered in three check-ins, after its owner was warned, until somebody speaks', async () => {
    const chats = await arrivedInChats(milepost);
    const daysOf = (name: string, item: string, words: string) =>
      (chats.get(name) ?? [])
        .filter(({ text, day }) => text.includes(item) && text.includes(words) && day <= '2022-06-06')
        .map(({ day }) => day);
    const mondays = weeksFrom('2022-02-14', '2022-06-06');
    for (const [item, told] of [
      ['Give budget holders working controls', mondays.filter((day) => day < '2022-05-31')],
      ['Agree how high-cost SEND placements are approved', mondays],
    ] as const) {
      const warning = 'Unless you say something by Mon 14 Feb 2022, Finance group chair is told.';
      expect(daysOf('Finance group owner', item, warning)).toEqual(['2022-02-09']);
      const toChair = 'was told on Wed 9 Feb 2022 that you would hear of it';
      expect(daysOf('Finance group chair', item, toChair)).toEqual(told);
    }
  });
});

/** The first working day of each week. */
function weeksFrom(monday: string, last: string): string[] {
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from(monday); day.toString() <= last; day = day.add({ weeks: 1 })) {
    let first = day;
    while (!isWorkingDay(first.toString())) first = first.add({ days: 1 });
    days.push(first.toString());
  }
  return days;
}

async function digestsOf(group: string) {
  return (await arrivedInChannel(milepost, group)).filter(({ text }) =>
    text.includes(`${group} group: the last fortnight`),
  );
}

/** What each group's channel is to have been told, by the lists as they were imported and what people did. */
async function expectedAlerts(): Promise<ReadonlyMap<string, readonly string[]>> {
  const groups = new Map((await site.rows('Groups')).map(({ id, Title }) => [id, String(Title)]));
  const expected = new Map(GROUPS.map((group): [string, AlertLine[]] => [group, []]));
  for (const row of await site.rows('Recommendations')) {
    const group = groups.get(String(row.LeadGroupLookupId)) ?? '';
    const number = Number(row.Number);
    const { dues, besides } = STORIES.get(number) ?? { dues: [dayOf(row.BaselineDue)], besides: [] };
    for (const due of dues)
      if (due !== null)
        for (const [day, section] of alertDaysOf(due, isWorkingDay))
          expected.get(group)?.push([day, section, number]);
    for (const [day, section, other = group] of besides) expected.get(other)?.push([day, section, number]);
  }
  return new Map(
    [...expected].map(([group, lines]) => [
      group,
      lines
        .filter(([day]) => day <= LAST_DAY)
        .map(String)
        .toSorted(),
    ]),
  );
}

/** Items of which somebody spoke: when they were due one after the other, and what was told of them besides. */
const STORIES: ReadonlyMap<
  number,
  {
    readonly dues: readonly string[];
    /** In the channel of its own group, or of the one that is named. */
    readonly besides: readonly (readonly [day: string, section: string, group?: string])[];
  }
> = new Map([
  [2, { dues: [], besides: [['2022-01-27', 'Reached']] }],
  [3, { dues: ['2022-04-29'], besides: [['2022-01-11', 'Later than the plan tolerates']] }],
  [10, { dues: ['2022-03-31', '2022-07-29'], besides: [['2022-06-01', 'Later than the plan tolerates']] }],
  [
    12,
    {
      dues: ['2022-03-31'],
      besides: [
        ['2022-03-08', 'No longer waiting'],
        ['2022-03-08', 'No longer waiting', 'Finance'],
      ],
    },
  ],
]);

/** A date of the lists is a midnight in London. */
const dayOf = (value: unknown): string | null =>
  typeof value === 'string'
    ? Temporal.Instant.from(value).toZonedDateTimeISO('Europe/London').toPlainDate().toString()
    : null;
