import { type KeyboardEvent, useRef, useState } from 'react';

/** Steps by key; `Infinity` is the way to an end. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  Home: -Infinity,
  End: Infinity,
};

export interface RovingFocus {
  /** What the element at a place needs. */
  readonly at: (place: number) => {
    readonly tabIndex: 0 | -1;
    readonly ref: (element: SVGElement | null) => void;
    readonly onFocus: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

/** Many elements, one stop of the Tab key: arrows, Home and End go from one to the next. */
export function useRovingFocus(count: number): RovingFocus {
  const elements = useRef<(SVGElement | null)[]>([]);
  const [chosen, setChosen] = useState(0);
  const current = Math.min(chosen, count - 1);
  return {
    at: (place) => ({
      tabIndex: place === current ? 0 : -1,
      ref: (element) => {
        elements.current[place] = element;
      },
      onFocus: () => setChosen(place),
      onKeyDown: (event) => {
        const step = STEPS[event.key];
        if (step === undefined) return;
        event.preventDefault();
        elements.current[Math.max(0, Math.min(count - 1, place + step))]?.focus();
      },
    }),
  };
}
