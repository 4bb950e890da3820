import type { Browser } from 'playwright-core';
import type { Milepost } from '../helpers/milepost.ts';
import { fillIn, openAs } from './pages.ts';
import { openSite } from './site.ts';

/** What people wrote in the SharePoint list of recommendations, by the day and the number. */
const WRITTEN: readonly (readonly [
  day: string,
  rows: Readonly<Record<number, Readonly<Record<string, unknown>>>>,
])[] = [
  [
    '2022-01-12',
    {
      2: { Stage: 'In progress', Confidence: 'Green', LatestNote: 'First draft is with four schools' },
      4: { Stage: 'In progress', Confidence: 'Green', LatestNote: 'Half of the records have moved' },
      21: { Stage: 'In progress', Confidence: 'Green' },
    },
  ],
  [
    '2022-01-26',
    {
      5: { Stage: 'In progress', Confidence: 'Green', LatestNote: 'The list of terms is agreed' },
      16: { Stage: 'In progress', Confidence: 'Green' },
    },
  ],
  [
    '2022-02-23',
    {
      2: {
        Confidence: 'Amber',
        ForecastDue: '2022-04-29T00:00:00Z',
        LatestNote: 'Two schools still to comment',
      },
      6: { Stage: 'In progress', Confidence: 'Green' },
      29: { Stage: 'In progress', Confidence: 'Amber' },
    },
  ],
  [
    '2022-03-09',
    {
      10: { Stage: 'In progress', Confidence: 'Red', LatestNote: 'The supplier has not given a date' },
      17: { Stage: 'In progress', Confidence: 'Green' },
      21: { Stage: 'Complete', CompletedOn: '2022-03-09T00:00:00Z' },
    },
  ],
  [
    '2022-03-23',
    {
      4: {
        Confidence: 'Amber',
        ForecastDue: '2022-05-31T00:00:00Z',
        LatestNote: 'Old invoices must be typed in by hand',
      },
      5: { Stage: 'Complete', CompletedOn: '2022-03-23T00:00:00Z' },
    },
  ],
  ['2022-04-04', {}],
];

/** What waits on another group, as a reminder names it. */
const BLOCKED = '12 Plan and fund ALP for pupils with SEND until new places open';

/** Who says on the last day that nothing has changed, and in which channel. */
const NO_CHANGE = [
  ['schools-owner', 'Schools'],
  ['commissioning-owner', 'Commissioning'],
  ['data-owner', 'Data'],
] as const;

/** Lets people speak of the sample plan from January to April 2022, so that its dashboard has something to show. */
export async function tellOfThreeMonths(browser: Browser, milepost: Milepost): Promise<void> {
  const site = await openSite(milepost);
  await answerAtCheckIn(browser, milepost);
  for (const [day, rows] of WRITTEN) {
    await milepost.control('POST', '/sandbox/clock', { to: `${day}T12:00:00Z` });
    if (day === '2022-01-26') await sayBlocked(browser, milepost);
    for (const [number, fields] of Object.entries(rows))
      await site.edit('Recommendations', Number(number), fields);
  }
  for (const [persona, channel] of NO_CHANGE) {
    const person = await openAs(browser, milepost, persona);
    const post = await person.openPost(channel, `${channel} group check-in`);
    await post.getByRole('button', { name: 'No change for all mine' }).click();
    await post.getByText('Answered by').first().waitFor();
    await person.close();
  }
  await milepost.control('POST', '/sandbox/clock', { advance: 'PT2M' });
}

async function answerAtCheckIn(browser: Browser, milepost: Milepost): Promise<void> {
  const owner = await openAs(browser, milepost, 'send-owner');
  const post = await owner.openPost('SEND', 'SEND group check-in');
  const dialog = await owner.openDialog(post, 'Answer mine');
  await fillIn(dialog, {
    Stage: 'In progress',
    'How confident are you?': 'A Amber: feasible, with significant issues that can be resolved',
    'When do you expect it to be done?': '2022-02-28',
    'Note: where does it stand?': 'Two schools still to comment',
    'Why? Needed': 'Both heads are back on 17 January; I have meetings with each',
  });
  await dialog.getByRole('button', { name: 'Save answers' }).click();
  await owner.page.getByText('Saved 1 answer').waitFor();
  await owner.close();
}

async function sayBlocked(browser: Browser, milepost: Milepost): Promise<void> {
  const owner = await openAs(browser, milepost, 'send-owner');
  await owner.openChat();
  const newest = owner.page.locator('[data-message-id]').filter({ hasText: 'a word from you' }).last();
  // Once it is answered it no longer asks for a word.
  const id = await newest.getAttribute('data-message-id');
  const card = owner.page.locator(`[data-message-id="${id}"]`);
  const others = card.getByLabel('Next, or something else');
  if ((await others.getByRole('option', { name: BLOCKED }).count()) > 0) {
    await others.selectOption({ label: BLOCKED });
    await card.getByRole('button', { name: 'Go on' }).click();
    await others.getByRole('option', { name: BLOCKED }).waitFor({ state: 'detached' });
  }
  await card.getByRole('button', { name: 'Blocked', exact: true }).click();
  await fillIn(card, {
    'Which group does it wait on?': 'Finance',
    'What is in the way?': 'Nobody has said who pays for the places',
  });
  await card.getByRole('button', { name: 'Save: blocked' }).click();
  await card.getByText('Saved').first().waitFor();
  await owner.close();
}
