import type { Browser, Frame, Page } from 'playwright-core';
import { sampleOverview } from './sample-overview.ts';
import { sampleStory } from './sample-story.ts';
import { type Answer, startTabServer, type TabServer } from './tab-server.ts';

export const PLAN_PATH = '/plans/alp/overview';
/** Where the page is told of changes; a test may refuse it. */
export const LIVE_PATH = '/plans/alp/live';
export const LISTS_PATH = '/plans/alp/lists';
export const STORY_PATH = '/plans/alp/items/Recommendations/r2';

/** Where teams-js reads its list of hosts from. */
const HOST_LIST = 'https://res.cdn.office.net/**';

export interface OpenOptions {
  readonly theme?: string;
  /** Whether the host can share links. Default: no. */
  readonly canShare?: boolean;
  /** What a deep link points at. */
  readonly subPage?: string;
  readonly width?: number;
  /** Where the host shows the tab, in the query that `host-page.ts` reads. */
  readonly host?: Readonly<Partial<Record<'frame' | 'channel' | 'tab' | 'saved', string>>>;
  /** Answers that differ from those of the sample plan. */
  readonly answers?: Readonly<Record<string, Answer>>;
}

/** The tab in a browser, with the server behind it. */
export interface OpenTab {
  readonly page: Page;
  readonly tab: Frame;
  readonly server: TabServer;
  /** What the tab's own console and policies complained of. */
  readonly complaints: readonly string[];
}

/** Opens the sample plan's tab as Teams would, for `use`, and closes everything after it. */
export async function withTab(
  browser: Browser,
  { theme = 'default', subPage = '', width = 1280, answers = {}, canShare = false, host = {} }: OpenOptions,
  use: (open: OpenTab) => Promise<void>,
): Promise<void> {
  const { planId, planName } = sampleOverview();
  const server = await startTabServer(
    new Map(
      Object.entries({
        '/plans': ok({ plans: [{ planId, planName }] }),
        [PLAN_PATH]: ok(sampleOverview()),
        [LISTS_PATH]: ok({ lists: null }),
        [STORY_PATH]: ok(sampleStory()),
        ...answers,
      }),
    ),
  );
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  // A network that swallows what leaves it: never an answer, never a refusal.
  await page.route(HOST_LIST, () => {});
  try {
    const query = new URLSearchParams({ theme, subPage, ...(canShare ? { pages: '' } : {}), ...host });
    await page.goto(`${server.hostUrl}?${query}`);
    const tab = page.frame({ url: /\/tab\// });
    if (!tab) throw new Error('The host page has no tab in it.');
    await use({ page, tab, server, complaints });
  } finally {
    await page.close();
    await server.stop();
  }
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function refused(status: number, message: string): Answer {
  return { status, body: { error: { code: 'TEST', message } } };
}
