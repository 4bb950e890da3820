import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readConfig } from '../../../sandbox/core/config.ts';
import { COMPILE_CACHE } from '../../../server/launch/compile-cache.ts';
import { withTempDir } from '../../helpers/temp-dir.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

function start(dataDir: string, env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ['sandbox/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      SANDBOX_PORT: '0',
      SANDBOX_GRAPH_PORT: '0',
      MILEPOST_DATA_DIR: dataDir,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

async function failure(child: ChildProcess): Promise<{ code: number; stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const [code] = await once(child, 'close');
  return { code, stderr };
}

test('it tells its parent when it listens, refuses a second one, and stops on SIGTERM', async () => {
  await withTempDir(async (dir) => {
    const child = start(dir);
    expect((await once(child, 'message'))[0]).toEqual({ type: 'listening' });
    const second = await failure(start(dir));
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/^The sandbox did not start: The data directory .* is in use .*\n$/);
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });
});

test('a killed sandbox leaves data that the next one opens', async () => {
  await withTempDir(async (dir) => {
    const child = start(dir);
    await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const again = start(dir);
    expect((await once(again, 'message'))[0]).toEqual({ type: 'listening' });
    again.kill('SIGINT');
    expect((await once(again, 'exit'))[0]).toBe(0);
  });
});

test('a port in use is one line that names the variable', async () => {
  await withTempDir(async (dir) => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as { port: number };
    const { code, stderr } = await failure(start(dir, { SANDBOX_PORT: String(port) }));
    blocker.close();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `The sandbox did not start: Port ${port} is already in use. Stop the other program, or set SANDBOX_PORT to a free port.\n`,
    );
  });
});

test('settings have defaults, and a wrong port is named', () => {
  expect(readConfig({})).toEqual({
    port: 3979,
    graphPort: 3980,
    connectorAuth: 'on',
    shownSites: [],
    siteAccess: 'all',
    dataDir: '.data/sandbox',
    botUrl: 'http://127.0.0.1:3978',
    clockListener: 'http://127.0.0.1:3978/clock',
  });
  expect(() => readConfig({ SANDBOX_GRAPH_PORT: 'x' })).toThrow(
    'SANDBOX_GRAPH_PORT is "x", which is not a port. Give a whole number from 0 to 65535.',
  );
});
