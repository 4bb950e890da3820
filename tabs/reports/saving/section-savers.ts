import type { ReportSectionId } from '../../../plan/content.ts';
import { type ReportAsk, saveSection } from '../../api/change-report.ts';
import type { Report } from '../../api/report-schemas.ts';
import type { Request } from '../../api/request.ts';
import { type Drafted, isUnsaved } from '../model/drafted.ts';
import { beginOf } from './begin-of.ts';
import { keepWords, keptWords } from './kept-words.ts';
import { otherThan } from './other-than.ts';
import { createSectionSaver, type SectionSaver } from './section-saver.ts';

/** One for each report that was opened; kept outside the page, so that going to another view loses and stops nothing. */
const savers = new Map<string, SectionSaver>();
const listeners = new Set<() => void>();
const takers = new Map<string, (report: Report) => void>();
/** Another one once somebody has signed in again. */
let request: Request | null = null;

export interface SaverAsk extends ReportAsk {
  /** Whoever looks: what they left unsaved is for nobody else. */
  readonly viewerName: string;
  /** As they stand now. */
  readonly sections: Report['sections'];
}

/** The same for a report as long as the page lives. */
export function saverOf({ planId, key, viewerName, sections }: SaverAsk): SectionSaver {
  const name = nameOf({ planId, key });
  const known = savers.get(name);
  if (known) return known;
  const keptAs = `${name} ${viewerName}`;
  const saver = createSectionSaver(
    {
      send: (section, input) => {
        if (request === null) return Promise.reject(new Error('There is no way to ask the API yet.'));
        return saveSection(request, { planId, key, section, input });
      },
      onSaved: (report) => takers.get(name)?.(report),
      onChange: () => {
        keepWords(keptAs, [...saver.drafted().values()].filter(isUnsaved));
        for (const listen of listeners) listen();
      },
    },
    otherThan(sections.map(beginOf), keptWords(keptAs)),
  );
  savers.set(name, saver);
  if (savers.size === 1) listenToPage();
  return saver;
}

/** By what is saved from now on. */
export function saveBy(now: Request): void {
  request = now;
}

/** Hands every report that comes back from saving to whoever shows it. Answers what ends it. */
export function followSaved(ask: ReportAsk, onSaved: (report: Report) => void): () => void {
  const name = nameOf(ask);
  takers.set(name, onSaved);
  return () => {
    if (takers.get(name) === onSaved) takers.delete(name);
  };
}

export function subscribeToSavers(listen: () => void): () => void {
  listeners.add(listen);
  return () => void listeners.delete(listen);
}

export type DraftedSections = ReadonlyMap<ReportSectionId, Drafted>;

function nameOf({ planId, key }: ReportAsk): string {
  return `${planId} ${key}`;
}

/** For as long as the page lives: it may be left from any view. */
function listenToPage(): void {
  const flush = () => {
    for (const saver of savers.values()) saver.flush();
  };
  document.addEventListener('visibilitychange', flush);
  window.addEventListener('pagehide', flush);
  window.addEventListener('online', flush);
  // Whoever closes the page with something unsaved is asked by the browser.
  window.addEventListener('beforeunload', (event) => {
    const drafted = [...savers.values()].flatMap((saver) => [...saver.drafted().values()]);
    flush();
    if (drafted.some(isUnsaved)) event.preventDefault();
  });
}
