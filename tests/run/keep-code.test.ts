import vm from 'node:vm';
import { expect, test } from '@jest/globals';
import { keepCode } from './keep-code.ts';

/** Compilers that note what they were given to begin with. */
function watched() {
  const given: (vm.ScriptOptions['cachedData'] | undefined)[] = [];
  const compilers = {
    compileFunction: ((source, parameters, options) => {
      given.push(options?.cachedData);
      return vm.compileFunction(source, parameters, options);
    }) as typeof vm.compileFunction,
    SourceTextModule: class extends vm.SourceTextModule {
      constructor(source: string, options?: vm.SourceTextModuleOptions) {
        given.push(options?.cachedData);
        super(source, options);
      }
    },
  };
  keepCode(compilers);
  return { compilers, given };
}

test('a function is compiled from what was made of the same text before', () => {
  const { compilers, given } = watched();
  const compile = (source: string) => compilers.compileFunction(source, ['a'], { filename: '/twice.js' });
  expect(compile('return a + 1;')(1)).toBe(2);
  const again = compile('return a + 1;');
  expect(again(1)).toBe(2);
  expect(again.cachedDataRejected).toBe(false);
  expect(compile('return a + 2;')(1)).toBe(3);
  expect(given.map((data) => data !== undefined)).toEqual([false, true, false]);
});

test('so is a module', async () => {
  const { compilers, given } = watched();
  const run = async (source: string) => {
    const module = new compilers.SourceTextModule(source, { identifier: '/twice.mjs' });
    await module.link(() => {
      throw new Error('It imports nothing.');
    });
    await module.evaluate();
    return (module.namespace as { a: number }).a;
  };
  expect(await run('export const a = 1;')).toBe(1);
  expect(await run('export const a = 1;')).toBe(1);
  expect(await run('export const a = 2;')).toBe(2);
  expect(given.map((data) => data !== undefined)).toEqual([false, true, false]);
});
