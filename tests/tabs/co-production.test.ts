import { describe, expect, test } from '@jest/globals';
import { accessibilityFaults } from './axe.ts';
import { keyboardOf } from './keyboard.ts';
import {
  bodies,
  notTaken,
  PATH,
  partOpener,
  posted,
  press,
  taken,
  YOU_SAID_PATH,
} from './open-co-production.ts';
import { type OpenTab, ok, refused } from './open-tab.ts';
import { sampleCoProduction } from './sample-co-production.ts';

const withPart = partOpener();

describe('what matters most', () => {
  test('stands in the order of each group, with how far views differ, and as a table', () =>
    withPart({}, async ({ tab, complaints }) => {
      const parents = tab.getByRole('region', { name: 'Parents and carers', exact: true });
      await parents.getByText('Facilitated by Engagement lead').waitFor();
      expect(await parents.getByRole('listitem').count()).toBe(5);
      const spread = parents.getByRole('img', { name: 'Views on 2' });
      expect(await spread.locator('desc').textContent()).toContain('Chosen by 11 of 12');
      await parents.getByRole('button', { name: 'Show as table' }).click();
      const rows = parents.getByRole('table').getByRole('row');
      expect(await rows.nth(3).innerText()).toBe(
        '3\t14 Transport that fits\t22\t8 of 12\t2\t3\t1\t5\tfar apart',
      );
      await tab.getByText('Nobody has ranked the recommendations here yet.').waitFor();
      expect(complaints).toEqual([]);
    }));

  test('is chosen from lists and moved by buttons, by keyboard alone; the focus goes along', () =>
    withPart({}, async (open) => {
      const { page, tab, server } = open;
      server.answers.set(posted('rankings'), taken('Your ranking is recorded.'));
      await tab.getByRole('button', { name: 'Change my ranking: Parents and carers' }).waitFor();
      const keyboard = keyboardOf(page, tab);
      await keyboard.tabTo(tab.getByRole('button', { name: /^Change my ranking/ }));
      await keyboard.press('Enter');
      const place = (name: string) => tab.getByRole('combobox', { name, exact: true });
      await keyboard.tabTo(place('Third'));
      await keyboard.type('14');
      await keyboard.tabTo(tab.getByRole('button', { name: 'Move the third up' }));
      await keyboard.press('Enter', 'Enter');
      await tab.getByText('14 Transport that fits: now first.').waitFor();
      expect(await tab.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
        'Move the first up',
      );
      await keyboard.tabTo(tab.getByRole('button', { name: 'Save', exact: true }));
      await keyboard.press('Enter');
      await tab.getByRole('status').getByText('Your ranking is recorded.').waitFor();
      expect(bodies(open)).toEqual([
        {
          submissionKey: expect.any(String),
          ranking: { groupKey: 'parents', choices: ['r14', 'r2', 'r4'], voices: '' },
        },
      ]);
      expect(await place('First').count()).toBe(0);
      expect(keyboard.lost).toEqual([]);
    }));

  test('has each recommendation once: chosen again it leaves its place to what stood there', () =>
    withPart({ section: 'groups/rank/parents' }, async ({ tab }) => {
      await tab.getByRole('combobox', { name: 'First' }).selectOption('4 Support before exclusion');
      expect(await tab.getByRole('combobox', { name: 'Second' }).inputValue()).toBe('r2');
    }));

  test('is recorded for people without Teams with how many they are; a refusal stands beside its field', () =>
    withPart({}, async (open) => {
      const { tab, server } = open;
      await press(tab, /^Record for people without Teams/);
      server.answers.set(posted('rankings'), notTaken('voices', 'How many people does it stand for?'));
      await tab.getByRole('combobox', { name: 'First' }).selectOption('3 Directory of provision');
      await press(tab, 'Record');
      const refusal = tab.getByRole('alert').getByRole('link', { name: 'How many people it stands for' });
      await refusal.click();
      const voices = tab.getByRole('textbox', { name: 'How many people it stands for' });
      expect(await voices.evaluate((field) => field === document.activeElement)).toBe(true);
      expect(await tab.getByText('How many people does it stand for?').count()).toBe(2);
      expect(await accessibilityFaults(tab)).toEqual([]);
      await voices.fill('14');
      server.answers.set(posted('rankings'), taken('Recorded for 14 people.'));
      await press(tab, 'Record');
      await tab.getByRole('status').getByText('Recorded for 14 people.').waitFor();
      expect(bodies(open).at(-1)).toMatchObject({
        ranking: { groupKey: 'parents', choices: ['r3'], voices: '14' },
      });
    }));

  test('offers nothing to whoever may do nothing, and says how to begin where there is no group', async () => {
    await withPart({}, async ({ tab }) => {
      const children = tab.getByRole('region', { name: 'Children and young people' });
      await children.getByText('Nobody is named to facilitate it').waitFor();
      expect(await children.getByRole('button').count()).toBe(0);
    });
    await withPart({ view: { groups: [] } }, ({ tab }) =>
      tab.getByText('The plan has no reference groups yet.').waitFor(),
    );
  });
});

describe('a sign-off', () => {
  const FORM = 'sign-off/agree/parents/Recommendations/r2';

  test('shows what is done, with its evidence and what was said before', () =>
    withPart({ section: 'sign-off' }, async ({ tab }) => {
      const waiting = tab.getByRole('region', { name: 'Waiting for a group’s word: 1' });
      const text = await waiting.innerText();
      expect(text).toContain('done on Mon 14 Mar 2022');
      expect(text).toContain('Why: “The words are hard to read”');
      await waiting.getByRole('link', { name: /protocols.docx/ }).waitFor();
      const decided = await tab.getByRole('region', { name: 'Signed off' }).innerText();
      expect(decided).toContain('Some saw it otherwise: “Three thought it too slow.”');
    }));

  test('asks for conditions or a reason only where they are needed, and sends those alone', () =>
    withPart({ section: FORM }, async (open) => {
      const { tab, server } = open;
      server.answers.set(posted('sign-offs'), taken('Recorded.'));
      const decision = tab.getByRole('combobox', { name: 'What the group decided' });
      expect(await tab.getByRole('textbox', { name: 'Conditions' }).count()).toBe(0);
      await decision.selectOption('Not agreed');
      await tab.getByRole('textbox', { name: 'Why not' }).fill('Too long');
      await decision.selectOption('Agreed with conditions');
      await tab.getByRole('textbox', { name: 'Conditions' }).fill('In plain words');
      await tab.getByLabel('To be met by').fill('2022-05-01');
      await tab.getByRole('textbox', { name: 'How many people took part' }).fill('12');
      await press(tab, 'Record');
      await tab.getByRole('status').getByText('Recorded.').waitFor();
      expect(bodies(open)).toMatchObject([
        {
          signOff: {
            ref: { list: 'Recommendations', key: 'r2' },
            groupKey: 'parents',
            decision: 'Agreed with conditions',
            conditions: 'In plain words',
            conditionsDue: '2022-05-01',
            reason: '',
            voices: '12',
          },
        },
      ]);
    }));

  test('keeps all that was typed while Milepost cannot be reached, and is sent once when it can', () =>
    withPart({ section: FORM }, async (open) => {
      const { tab, page, server } = open;
      const decision = tab.getByRole('combobox', { name: 'What the group decided' });
      await decision.selectOption('Agreed');
      await tab.getByRole('textbox', { name: 'What those said who saw it otherwise' }).fill('Too slow');
      await page.context().setOffline(true);
      await press(tab, 'Record');
      await tab
        .getByRole('alert')
        .getByText(/^Not saved\. Milepost could not be reached/)
        .waitFor();
      await page.context().setOffline(false);
      await tab.getByRole('link', { name: 'Timeline' }).click();
      await tab.getByRole('heading', { name: /^Timeline/ }).waitFor();
      await tab.evaluate(() => history.back());
      await decision.waitFor();
      expect(await decision.inputValue()).toBe('Agreed');
      server.answers.set(posted('sign-offs'), taken('Recorded.'));
      await press(tab, 'Record');
      await tab.getByRole('status').getByText('Recorded.').waitFor();
      expect(bodies(open)).toMatchObject([{ signOff: { decision: 'Agreed', dissent: 'Too slow' } }]);
    }));

  test('is asked of a group by a plan manager', () =>
    withPart({ section: 'sign-off/ask' }, async (open) => {
      const { tab, server } = open;
      server.answers.set(posted('sign-off-by'), taken('Parents and carers sign 3 off.'));
      await press(tab, 'Save');
      await tab.getByRole('alert').getByText('Item: Choose an item.').waitFor();
      expect(bodies(open)).toEqual([]);
      await tab.getByRole('combobox', { name: 'Item' }).selectOption('3 Directory of provision');
      await tab.getByRole('combobox', { name: 'Group that signs it off' }).selectOption('Parents and carers');
      await press(tab, 'Save');
      await tab.getByText('Parents and carers sign 3 off.').waitFor();
      expect(bodies(open)).toMatchObject([
        { ref: { list: 'Recommendations', key: 'r3' }, groupKey: 'parents' },
      ]);
    }));

  test('and what works is said at an impact check', () =>
    withPart({ section: 'sign-off' }, async (open) => {
      const { tab, server } = open;
      server.answers.set(posted('impact-checks'), taken('Another person confirms it.'));
      await press(tab, /^Record the impact check/);
      await tab.getByRole('combobox', { name: 'Does it work?' }).selectOption('It works');
      await tab.getByRole('textbox', { name: /^What shows it/ }).fill('Every school uses it');
      await press(tab, 'Record');
      await tab.getByText('Another person confirms it.').waitFor();
      expect(bodies(open)).toMatchObject([{ impact: { answer: 'It works', words: 'Every school uses it' } }]);
    }));
});

describe('“You said, we did”', () => {
  test('is a page, and a file as Word and as PDF', () =>
    withPart({ section: 'you-said' }, async ({ page, tab, server }) => {
      const paper = tab.getByRole('article', { name: 'You said, we did' });
      await paper.getByText('We did: Six pupils visited them in February.').waitFor();
      server.answers.set(YOU_SAID_PATH, ok('a file'));
      for (const [name, format] of [
        ['Download as Word', 'docx'],
        ['Download as PDF', 'pdf'],
      ] as const) {
        await Promise.all([page.waitForEvent('download'), press(tab, name)]);
        expect(server.asked).toContain(`${YOU_SAID_PATH}?format=${format}`);
      }
    }));

  test('tells of some days, which stand in its address', () =>
    withPart({ section: 'you-said' }, async ({ page, tab, server }) => {
      await tab.getByLabel('Said from').fill('2022-02-01');
      await tab.getByLabel('to', { exact: true }).fill('2022-02-28');
      await tab.waitForFunction(() => location.hash.endsWith('section=you-said/2022-02-01/2022-02-28'));
      await tab.getByRole('article').waitFor();
      await Promise.all([page.waitForEvent('download'), press(tab, 'Download as PDF')]);
      expect(server.asked.at(-1)).toBe(`${YOU_SAID_PATH}?from=2022-02-01&to=2022-02-28&format=pdf`);
      await press(tab, 'Since the plan began');
      expect(await tab.getByLabel('Said from').inputValue()).toBe('');
    }));

  test('that cannot be made as a file says why', () =>
    withPart({ section: 'you-said' }, async ({ tab, server }) => {
      await tab.getByRole('article').waitFor();
      server.answers.set(YOU_SAID_PATH, refused(503, 'Wait a minute.'));
      await press(tab, 'Download as Word');
      await tab.getByRole('status').getByText('It could not be downloaded. Wait a minute.').waitFor();
    }));
});

describe('the story of an item', () => {
  const withStory = (use: (open: OpenTab) => Promise<void>) =>
    withPart({ subPage: 'alp/Recommendations/r2' }, use);

  test('says who signs it off, what was decided with conditions and dissent, and takes a group’s word', () =>
    withStory(async (open) => {
      const { tab, server } = open;
      const story = tab.getByRole('dialog');
      await story.getByText('is asked for its word').waitFor();
      await story.getByText('Some saw it otherwise: “Three thought it too slow”').waitFor();
      server.answers.set(posted('sign-offs'), taken('Recorded. It is complete.'));
      await story.getByRole('button', { name: /^Record what the group decided/ }).click();
      await story.getByRole('combobox', { name: 'What the group decided' }).selectOption('Agreed');
      await story.getByRole('button', { name: 'Record', exact: true }).click();
      await story.getByText('Recorded. It is complete.').waitFor();
      expect(bodies(open)).toMatchObject([{ signOff: { groupKey: 'parents', decision: 'Agreed' } }]);
    }));

  test('takes a comment for a group', () =>
    withStory(async (open) => {
      const { tab, server } = open;
      const story = tab.getByRole('dialog');
      server.answers.set(posted('comments'), taken('Recorded what Parents and carers say of 2.'));
      await story.getByRole('button', { name: 'Comment for a group' }).click();
      await story.getByRole('textbox', { name: 'What they say' }).fill('Please keep it short');
      await story.getByRole('button', { name: 'Send' }).click();
      await story.getByText('Recorded what Parents and carers say of 2.').waitFor();
      expect(bodies(open)).toMatchObject([
        {
          comment: {
            groupKey: 'parents',
            ref: { list: 'Recommendations', key: 'r2' },
            words: 'Please keep it short',
          },
        },
      ]);
    }));
});

test('what came of a form is not said again in another part', () =>
  withPart({ section: 'groups/rank/parents' }, async ({ tab, server }) => {
    server.answers.set(posted('rankings'), taken('Your ranking is recorded.'));
    await press(tab, 'Save');
    await tab.getByText('Your ranking is recorded.').waitFor();
    await tab.getByRole('link', { name: /^Sign-off/ }).click();
    await tab.getByRole('heading', { name: 'Signed off' }).waitFor();
    expect(await tab.getByText('Your ranking is recorded.').count()).toBe(0);
  }));

test('that cannot be read says so, with a way on', () =>
  withPart({ answers: { [PATH]: refused(503, 'Wait a minute.') } }, async ({ tab, server }) => {
    await tab.getByRole('alert').getByText('Wait a minute.').waitFor();
    server.answers.set(PATH, ok(sampleCoProduction()));
    await press(tab, 'Try again');
    await tab.getByRole('heading', { name: 'Parents and carers' }).waitFor();
  }));
