import { describe, expect, test } from '@jest/globals';
import { bodies, notTaken, PATH, partOpener, posted, press, taken } from './open-co-production.ts';
import { ok } from './open-tab.ts';
import { sampleCoProduction } from './sample-co-production.ts';

const withPart = partOpener();

describe('the engagement log', () => {
  test('tells whom the programme met, what was said, and what came of it', () =>
    withPart({ section: 'log' }, async ({ tab }) => {
      const log = tab.getByRole('region', { name: 'Engagement log' });
      await log.getByRole('listitem').first().waitFor();
      const [first, second] = await log.getByRole('listitem').allInnerTexts();
      expect(first).toContain('Parents and carers · Thu 10 Mar 2022 · 23 people · Child’s voice');
      expect(first).toContain('Not answered yet');
      expect(second).toContain('We did: Six pupils visited them in February.');
      await tab.getByRole('link', { name: /Engagement log 2 without an answer/ }).waitFor();
    }));

  test('takes an entry; what may name a child is asked about before it is saved', () =>
    withPart({ section: 'log/add' }, async (open) => {
      const { tab, server } = open;
      server.answers.set(posted('engagements'), notTaken('said', 'This may name a child.', true));
      await tab.getByRole('textbox', { name: 'Group that was met' }).fill('Foster carers');
      await tab.getByRole('textbox', { name: 'What they said' }).fill('Sam wants a quiet room');
      await press(tab, 'Add');
      await tab.getByRole('alert').getByText('What they said: This may name a child.').waitFor();
      server.answers.set(posted('engagements'), taken('It is in the log.'));
      await tab.getByRole('checkbox', { name: /this does not name a child/ }).check();
      await press(tab, 'Add');
      await tab.getByRole('status').getByText('It is in the log.').waitFor();
      expect(bodies(open).at(-1)).toMatchObject({
        base: null,
        engagement: {
          title: 'Foster carers',
          on: '2022-03-21',
          said: 'Sam wants a quiet room',
          checked: true,
        },
      });
    }));

  test('is completed later; what somebody else changed meanwhile is shown beside what was typed', () =>
    withPart({ section: 'log/complete/e1' }, async (open) => {
      const { tab, server } = open;
      const answer = tab.getByRole('combobox', { name: 'What came of it' });
      await answer.selectOption('We did');
      await tab.getByRole('textbox', { name: 'In words' }).fill('Letters are rewritten.');
      const [first, ...others] = sampleCoProduction().engagements;
      const now = { ...sampleCoProduction(), engagements: [{ ...first, answer: 'We could not' }, ...others] };
      server.answers.set(PATH, ok(now));
      server.answers.set(posted('engagements/e1'), notTaken('answer', 'Somebody changed this meanwhile.'));
      await press(tab, 'Save');
      await tab.getByText('It is now: We could not.').waitFor();
      expect(await answer.inputValue()).toBe('We did');
      server.answers.set(posted('engagements/e1'), taken('Saved.'));
      await press(tab, 'Save');
      await tab.getByRole('status').getByText('Saved.').waitFor();
      expect(bodies(open)).toMatchObject([
        { base: { answer: '', outcome: '' }, engagement: { answer: 'We did' } },
        {
          base: { answer: 'We could not', outcome: '' },
          engagement: { answer: 'We did', outcome: 'Letters are rewritten.', title: 'Parents and carers' },
        },
      ]);
    }));

  test('keeps what is typed while an entry is on its way: it is not in what was saved', () =>
    withPart({ section: 'log/complete/e1' }, async (open) => {
      const { page, tab, server } = open;
      const [first, ...others] = sampleCoProduction().engagements;
      const outcome = tab.getByRole('textbox', { name: 'In words' });
      const arrived = Promise.withResolvers<void>();
      await page.route('**/engagements/e1', async (route) => {
        await arrived.promise;
        await route.continue();
      });
      await tab.getByRole('combobox', { name: 'What came of it' }).selectOption('We did');
      await outcome.fill('Letters are rewritten.');
      await press(tab, 'Save');
      await tab.getByRole('button', { name: 'Saving' }).waitFor();
      await outcome.fill('Letters are rewritten, and shorter.');
      const saved = { ...first, answer: 'We did', outcome: 'Letters are rewritten.' };
      server.answers.set(PATH, ok({ ...sampleCoProduction(), engagements: [saved, ...others] }));
      server.answers.set(posted('engagements/e1'), taken('Saved.'));
      arrived.resolve();
      await tab
        .getByRole('status')
        .getByText(/^Saved. What you typed since then is kept/)
        .waitFor();
      await press(tab, /^Correct this entry: Parents and carers/);
      expect(await outcome.inputValue()).toBe('Letters are rewritten, and shorter.');
      await press(tab, 'Save');
      await tab.getByRole('status').getByText('Saved.', { exact: true }).waitFor();
      expect(bodies(open)).toMatchObject([
        { engagement: { outcome: 'Letters are rewritten.' } },
        { engagement: { outcome: 'Letters are rewritten, and shorter.' }, base: { answer: 'We did' } },
      ]);
    }));

  test('takes what came of a comment, and leaves the rest of it as it is', () =>
    withPart({ section: 'log' }, async (open) => {
      const { tab, server } = open;
      server.answers.set(posted('engagements/comment%2Fc1'), taken('Saved.'));
      await press(tab, /^Say what came of it/);
      await tab.getByRole('combobox', { name: 'What came of it' }).selectOption('We are doing it');
      await tab.getByRole('textbox', { name: 'In words' }).fill('Three families try it in April.');
      await press(tab, 'Save');
      await tab.getByRole('status').getByText('Saved.').waitFor();
      const [body] = bodies(open) as { base: object; engagement: object }[];
      const changed = { answer: 'We are doing it', outcome: 'Three families try it in April.' };
      expect(body?.engagement).toEqual({ ...body?.base, ...changed, checked: false });
    }));
});
