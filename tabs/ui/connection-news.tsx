import { useEffect, useRef, useState } from 'react';
import type { PlanOverview } from '../../plan/content.ts';
import { newsOf } from '../model/news-words.ts';
import { useHiddenStyles } from './use-hidden-styles.ts';

/** While a meeting answers much moves; nobody can listen to all of it. */
const TELL_EVERY_MS = 20_000;

export interface ConnectionNewsProps {
  readonly overview: PlanOverview;
}

/** Says, to whoever listens to the page, what has moved on it by itself: all since it was last said, now and then. */
export function ConnectionNews({ overview }: ConnectionNewsProps) {
  const { hidden } = useHiddenStyles();
  const [words, setWords] = useState('');
  const told = useRef({ overview, atMs: Number.NEGATIVE_INFINITY });

  useEffect(() => {
    // Somebody chose another day: what is shown has moved because they asked.
    if (!isOfSameDays(told.current.overview, overview)) told.current.overview = overview;
    const news = newsOf(told.current.overview, overview);
    if (news === null) return;
    const tell = () => {
      setWords(news);
      told.current = { overview, atMs: performance.now() };
    };
    const timer = setTimeout(tell, Math.max(0, told.current.atMs + TELL_EVERY_MS - performance.now()));
    return () => clearTimeout(timer);
  }, [overview]);

  return (
    <div role="status" className={hidden}>
      {words}
    </div>
  );
}

function isOfSameDays(one: PlanOverview, other: PlanOverview): boolean {
  return one.today === other.today && one.since.date === other.since.date;
}
