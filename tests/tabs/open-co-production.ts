import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, Frame } from 'playwright-core';
import type { CoProductionView } from '../../plan/content.ts';
import { openBrowser } from '../helpers/browser.ts';
import { buildTabIfStale } from './built-tab.ts';
import { type OpenOptions, type OpenTab, ok, withTab } from './open-tab.ts';
import { sampleCoProduction, sampleYouSaid } from './sample-co-production.ts';

export const PATH = '/plans/alp/co-production';
export const YOU_SAID_PATH = '/plans/alp/you-said';
export const posted = (path: string) => `POST /plans/alp/${path}`;
export const taken = (words: string) => ok({ words, problems: [], submissionKey: 'next' });
export const notTaken = (field: string, message: string, held = false) =>
  ok({ words: '', problems: [{ field, message, held }], submissionKey: 'next' });

export interface PartOptions extends OpenOptions {
  readonly section?: string;
  readonly view?: Partial<CoProductionView>;
}

/** Opens parts of co-production in a browser of the test file's own. */
export function partOpener() {
  let browser: Browser;
  beforeAll(async () => {
    await buildTabIfStale();
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  return ({ section = '', view = {}, ...options }: PartOptions, use: (open: OpenTab) => Promise<void>) =>
    withTab(
      browser,
      {
        subPage: `alp?${new URLSearchParams({ view: 'co-production', section })}`,
        ...options,
        answers: {
          [PATH]: ok({ ...sampleCoProduction(), ...view }),
          [YOU_SAID_PATH]: ok({ paper: sampleYouSaid() }),
          ...options.answers,
        },
      },
      use,
    );
}

export const press = (tab: Frame, name: string | RegExp) =>
  tab.getByRole('button', { name, exact: true }).click();
export const bodies = ({ server }: OpenTab) => server.posts.map(({ body }) => body);
