import { useState } from 'react';

const PREFIX = 'milepost-sandbox.';

/** State that this browser remembers. Falls back to memory where storage is not allowed. */
export function useRemembered<Value>(name: string, initial: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => readRemembered(name) ?? initial);
  const remember = (next: Value) => {
    setValue(next);
    writeRemembered(name, next);
  };
  return [value, remember];
}

function readRemembered<Value>(name: string): Value | undefined {
  try {
    const text = localStorage.getItem(PREFIX + name);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

function writeRemembered(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Storage may be full or forbidden; the page works without it.
  }
}
