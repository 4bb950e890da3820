import type vm from 'node:vm';

/** What Jest compiles modules with. */
type Compilers = Pick<typeof vm, 'compileFunction' | 'SourceTextModule'>;
interface Kept {
  readonly source: string;
  readonly bytes: Buffer;
}

/** Missing from Node's types; throws once the module has run. */
interface Cacheable {
  createCachedData(): Buffer;
}

/**
 * Gives V8 what it made of the same text before. Jest compiles every module anew for every test file, which is most of
 * what loading them costs.
 */
export function keepCode(compilers: Compilers): void {
  const kept = new Map<string, Kept>();
  const keptFor = (name: string, source: string) => {
    const known = kept.get(name);
    // V8 itself compares lengths alone.
    return known?.source === source ? known.bytes : undefined;
  };
  const { compileFunction, SourceTextModule } = compilers;

  compilers.compileFunction = (source, parameters, options = {}) => {
    const name = options.filename ?? '';
    const cachedData = keptFor(name, source);
    if (cachedData !== undefined) return compileFunction(source, parameters, { ...options, cachedData });
    const made = compileFunction(source, parameters, { ...options, produceCachedData: true });
    if (made.cachedData !== undefined) kept.set(name, { source, bytes: made.cachedData });
    return made;
  };

  compilers.SourceTextModule = class extends SourceTextModule {
    constructor(source: string, options: vm.SourceTextModuleOptions = {}) {
      const name = options.identifier ?? '';
      const cachedData = keptFor(name, source);
      super(source, cachedData === undefined ? options : { ...options, cachedData });
      if (cachedData === undefined)
        kept.set(name, { source, bytes: (this as unknown as Cacheable).createCachedData() });
    }
  };
}
