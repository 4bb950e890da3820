import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Served, serve } from '../../../sandbox/core/http.ts';
import { pageRoutes } from '../../../sandbox/page/routes.ts';
import { openStubBot, type StubBot } from './stub-bot.ts';

let bot: StubBot;
let served: Served;
let url: string;

async function servePage(botUrl: string): Promise<Served> {
  const config = { port: 0, graphPort: 0, dataDir: '', botUrl, clockListener: '' };
  return serve({ routes: pageRoutes({ config }), port: 0 });
}

beforeAll(async () => {
  bot = await openStubBot();
  served = await servePage(bot.url);
  url = `http://127.0.0.1:${served.port}`;
});
afterAll(async () => {
  await served.close();
  await bot.close();
});

describe("the page's own files", () => {
  test('the page is never stored, its assets for ever, and links to list rows get the page', async () => {
    const page = await fetch(`${url}/sites/alp-improvement/Lists/Themes/DispForm.aspx?ID=3`);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const html = await page.text();
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? 'no script';
    const asset = await fetch(url + script);
    expect(asset.status).toBe(200);
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    await asset.body?.cancel();
  });

  test.each([
    '/assets/none.js',
    '/assets/..%2f..%2froutes.ts',
    '/assets/..%2f.built',
    '/assets/..%2findex.html',
  ])('%s is not there', async (path) => {
    expect((await fetch(url + path)).status).toBe(404);
  });
});

describe('the way to the tab', () => {
  test('passes on method, query, body, headers and status, and gives them back', async () => {
    const response = await fetch(`${url}/api/v1/echo?as=of&day=2`, {
      method: 'PUT',
      headers: { authorization: 'Bearer t', 'content-type': 'text/plain' },
      body: 'a body',
    });
    expect(response.status).toBe(207);
    expect(await response.json()).toMatchObject({
      method: 'PUT',
      url: '/api/v1/echo?as=of&day=2',
      body: 'a body',
      headers: {
        authorization: 'Bearer t',
        host: new URL(bot.url).host,
        'x-forwarded-host': new URL(url).host,
      },
    });
  });

  test('changes one thing: the page may frame the tab', async () => {
    const [direct, through] = await Promise.all([fetch(`${bot.url}/tab/`), fetch(`${url}/tab/`)]);
    expect(await through.text()).toBe(await direct.text());
    expect(through.headers.get('content-security-policy')).toBe(
      "default-src 'self' 'unsafe-inline'; frame-ancestors 'self'",
    );
    expect(direct.headers.get('content-security-policy')).toContain('https://teams.microsoft.com');
  });

  test('passes a stream on as it comes, and lets it go when the reader does', async () => {
    const left = Promise.withResolvers<void>();
    const streaming: Server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: first\n\n');
      response.on('close', () => left.resolve());
    });
    await new Promise<void>((resolve) => streaming.listen(0, '127.0.0.1', resolve));
    const page = await servePage(`http://127.0.0.1:${(streaming.address() as AddressInfo).port}`);
    const abort = new AbortController();
    const response = await fetch(`http://127.0.0.1:${page.port}/api/v1/live`, { signal: abort.signal });
    const { value } = (await response.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe('data: first\n\n');
    abort.abort();
    await left.promise;
    await page.close();
    streaming.close();
  });

  test('says what to do when Milepost is not running', async () => {
    const page = await servePage('http://127.0.0.1:1');
    const response = await fetch(`http://127.0.0.1:${page.port}/tab/`);
    expect(response.status).toBe(502);
    expect(await response.text()).toContain('npm start');
    await page.close();
  });
});
