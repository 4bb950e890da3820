/** Lets so many through as it was told to; whoever comes later waits. */
export interface Gate {
  open(count: number): void;
  pass(): Promise<void>;
}

export function createGate(): Gate {
  let free = 0;
  const waiting: (() => void)[] = [];
  return {
    open(count) {
      const entering = waiting.splice(0, count);
      free += count - entering.length;
      for (const enter of entering) enter();
    },
    pass() {
      if (free === 0) return new Promise((resolve) => waiting.push(resolve));
      free -= 1;
      return Promise.resolve();
    },
  };
}
