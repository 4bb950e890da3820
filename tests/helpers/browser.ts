/** A real browser for tests: the one in node_modules where it runs, an installed one elsewhere. */
import bundled from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Nothing a test opens may phone home, and nothing of the machine's own profile is used. */
const QUIET = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];
/** Installed browsers that playwright-core knows how to find, in the order tried. */
const INSTALLED = ['chrome', 'chromium', 'msedge'] as const;
/**
 * Flags of the bundled browser that tests must not run under: without web security, a missing
 * permission between origins would go unseen.
 */
const UNWANTED = new Set([
  '--disable-web-security',
  '--allow-running-insecure-content',
  // In a single process, closing one page's context ends the whole browser.
  '--single-process',
  '--in-process-gpu',
  '--no-zygote',
]);

/**
 * Starts a headless Chromium. The caller closes it.
 * @throws Error that lists every browser tried and why it did not start.
 */
export async function openBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const start of [startBundled, ...INSTALLED.map((channel) => () => startInstalled(channel))]) {
    try {
      return await start();
    } catch (error) {
      failures.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  throw new Error(
    `No browser could be started for this test. Install Chrome or Chromium and run it again. Tried:\n${failures.join('\n')}`,
  );
}

/** Opens a browser for `use` and closes it whatever happens; answers what `use` answers. */
export async function withBrowser<Result>(use: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await openBrowser();
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

async function startBundled(): Promise<Browser> {
  bundled.setGraphicsMode = false;
  const args = bundled.args.filter((flag) => !UNWANTED.has(flag));
  return chromium.launch({ executablePath: await bundled.executablePath(), args: [...args, ...QUIET] });
}

function startInstalled(channel: string): Promise<Browser> {
  return chromium.launch({ channel, args: QUIET });
}
