import type { ReportSectionId } from '../../../plan/content.ts';
import { type ApiErrorKind, asApiError } from '../../api/api-error.ts';
import type { SectionInput, SectionSaved } from '../../api/change-report.ts';
import { spread } from '../../api/pause.ts';
import type { Report } from '../../api/report-schemas.ts';
import { type Drafted, isUnsaved, wordsOf } from '../model/drafted.ts';

const SECOND_MS = 1000;
/** After the last key. */
const SAVE_AFTER_MS = 1.2 * SECOND_MS;
/** However long somebody types without a pause. */
const SAVE_WITHIN_MS = 8 * SECOND_MS;
const FIRST_RETRY_MS = 3 * SECOND_MS;
const LONGEST_RETRY_MS = 60 * SECOND_MS;

/** What the server will not take however often it is sent. Whoever must sign in again is sent to do so, and comes back. */
const FINAL: readonly ApiErrorKind[] = ['bad input', 'forbidden', 'not found', 'not understood'];

export interface SaverTools {
  readonly send: (section: ReportSectionId, input: SectionInput) => Promise<SectionSaved>;
  readonly onSaved: (report: Report) => void;
  /** Something of what it has changed. */
  readonly onChange: () => void;
}

/** What a section's field is opened on. */
export type Begin = Pick<Drafted, 'section' | 'text' | 'asData' | 'isInternal' | 'version'>;

/** Keeps and saves what somebody makes of the sections of one report, section by section, one request at a time for each. */
export interface SectionSaver {
  /** What is open, or was changed, by section. The same map as long as nothing changes. */
  drafted(): ReadonlyMap<ReportSectionId, Drafted>;
  /** Opens a section's field on what stands there; one that is unsaved stays as it is. */
  open(begin: Begin): void;
  /** Closes it; what is typed is saved. */
  close(section: ReportSectionId): void;
  type(section: ReportSectionId, text: string): void;
  /** Something chosen, not typed: saved at once, whether the field is open or not. */
  choose(begin: Begin, choice: Partial<Pick<Drafted, 'text' | 'asData' | 'isInternal'>>): void;
  /** Saves what may name a child, now that somebody says that it does not. */
  confirm(section: ReportSectionId): void;
  /** Saves what was left when the page went away, now that somebody says so. */
  resume(section: ReportSectionId): void;
  /** Saves over what somebody else saved meanwhile, now that it was seen. */
  overrule(section: ReportSectionId): void;
  /** Gives up what was typed for what stands there. */
  reset(begin: Begin): void;
  /** Saves now what is not saved. */
  flush(): void;
  /** Resolves once nothing is on its way. */
  settled(): Promise<void>;
  /** Whether the report is no draft, so that saving would take back what somebody decided. */
  hold(isHeld: boolean): void;
}

/** Decided by a person, or tried by itself: what is typed meanwhile goes with it, or after it. */
const WAITING: readonly Drafted['state'][] = ['overtaken', 'held', 'saving', 'failed'];

const UNTOUCHED = { state: 'same', problem: null, theirs: null, isChecked: false, wasSaved: false } as const;

interface Timing {
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Since when something is typed that is not sent. */
  typedAtMs: number | null;
  failures: number;
  sending: Promise<void> | null;
}

/** @param left what was typed before the page went away, and never saved */
export function createSectionSaver(tools: SaverTools, left: readonly Begin[] = []): SectionSaver {
  let drafted: ReadonlyMap<ReportSectionId, Drafted> = new Map(
    left.map((begin) => [begin.section, { ...begin, ...UNTOUCHED, state: 'left', isOpen: false }]),
  );
  const timings = new Map<ReportSectionId, Timing>();
  let isHeld = false;

  const timingOf = (section: ReportSectionId): Timing => {
    const known = timings.get(section) ?? { timer: undefined, typedAtMs: null, failures: 0, sending: null };
    timings.set(section, known);
    return known;
  };
  const put = (section: ReportSectionId, next: Drafted) => {
    const changed = new Map(drafted);
    if (!next.isOpen && next.state === 'same') {
      changed.delete(section);
      clearTimeout(timings.get(section)?.timer);
    } else changed.set(section, next);
    drafted = changed;
    tools.onChange();
  };
  const change = (section: ReportSectionId, parts: Partial<Drafted>) => {
    const known = drafted.get(section);
    if (known) put(section, { ...known, ...parts });
  };

  const saveIn = (section: ReportSectionId, ms: number) => {
    const timing = timingOf(section);
    clearTimeout(timing.timer);
    timing.timer = setTimeout(() => void save(section), ms);
  };

  async function save(section: ReportSectionId): Promise<void> {
    const timing = timingOf(section);
    const sent = drafted.get(section);
    if (!sent || timing.sending !== null) return timing.sending ?? undefined;
    if (sent.state !== 'typed' && sent.state !== 'failed') return;
    clearTimeout(timing.timer);
    if (isHeld) return change(section, { state: 'held' });
    timing.typedAtMs = null;
    // What failed is told as failed until it is through.
    if (sent.state === 'typed') change(section, { state: 'saving', problem: null });
    timing.sending = tools
      .send(section, {
        words: wordsOf(sent),
        isInternal: sent.isInternal,
        version: sent.version,
        checked: sent.isChecked,
      })
      .then(
        (saved) => taken(section, sent, saved),
        (failure: unknown) => failed(section, sent, failure),
      )
      .finally(() => {
        timing.sending = null;
        const now = drafted.get(section);
        if (now?.state === 'typed') saveIn(section, SAVE_AFTER_MS);
        if (now?.state === 'failed') {
          timing.failures += 1;
          saveIn(section, spread(Math.min(FIRST_RETRY_MS * 2 ** (timing.failures - 1), LONGEST_RETRY_MS)));
        } else timing.failures = 0;
      });
    return timing.sending;
  }

  function taken(section: ReportSectionId, sent: Drafted, saved: SectionSaved): void {
    const isMore = isMoreThan(sent, drafted.get(section));
    if (saved.outcome === 'changed') {
      change(section, { state: 'overtaken', theirs: saved.theirs, problem: null });
      return;
    }
    if (saved.outcome === 'held') {
      // What was held back is not what stands there now.
      change(section, isMore ? { state: 'typed' } : { state: 'to check', problem: saved.problem });
      return;
    }
    const { report } = saved;
    const edit = report.sections.find(({ id }) => id === section)?.edit;
    tools.onSaved(report);
    change(section, {
      version: edit?.version ?? sent.version,
      state: isMore ? 'typed' : 'saved',
      wasSaved: true,
    });
  }

  function failed(section: ReportSectionId, sent: Drafted, failure: unknown): void {
    const { kind, message } = asApiError(failure);
    const isFinal = FINAL.includes(kind);
    // What was refused is not what stands there now.
    if (isFinal && isMoreThan(sent, drafted.get(section))) change(section, { state: 'typed' });
    else change(section, { state: isFinal ? 'refused' : 'failed', problem: message });
  }

  const touch = (section: ReportSectionId, parts: Partial<Drafted>) => {
    const known = drafted.get(section);
    if (!known) return;
    const isWaiting = WAITING.includes(known.state);
    change(section, { ...parts, ...(isWaiting ? {} : { state: 'typed' as const, problem: null }) });
  };

  return {
    drafted: () => drafted,
    open(begin) {
      const known = drafted.get(begin.section);
      if (known && isUnsaved(known)) return change(begin.section, { isOpen: true });
      put(begin.section, { ...begin, ...UNTOUCHED, isOpen: true });
    },
    close(section) {
      change(section, { isOpen: false });
      void save(section);
    },
    type(section, text) {
      touch(section, { text, isChecked: false });
      if (drafted.get(section)?.state !== 'typed') return;
      const timing = timingOf(section);
      timing.typedAtMs ??= performance.now();
      const longest = timing.typedAtMs + SAVE_WITHIN_MS - performance.now();
      saveIn(section, Math.max(0, Math.min(SAVE_AFTER_MS, longest)));
    },
    choose(begin, choice) {
      const { section } = begin;
      const known = drafted.get(section);
      if (!known || !(known.isOpen || isUnsaved(known)))
        put(section, { ...begin, ...UNTOUCHED, state: 'typed', isOpen: false });
      touch(section, choice);
      void save(section);
    },
    confirm(section) {
      if (drafted.get(section)?.state !== 'to check') return;
      change(section, { isChecked: true, state: 'typed', problem: null });
      void save(section);
    },
    resume(section) {
      if (drafted.get(section)?.state !== 'left') return;
      change(section, { state: 'typed' });
      void save(section);
    },
    overrule(section) {
      const theirs = drafted.get(section)?.theirs;
      if (!theirs) return;
      change(section, { version: theirs.version, theirs: null, state: 'typed' });
      void save(section);
    },
    reset(begin) {
      const isOpen = drafted.get(begin.section)?.isOpen ?? false;
      put(begin.section, { ...begin, ...UNTOUCHED, isOpen });
    },
    flush() {
      for (const section of drafted.keys()) void save(section);
    },
    async settled() {
      for (const section of drafted.keys()) {
        await save(section);
        // What was typed while that was on its way.
        await save(section);
      }
    },
    hold(isNow) {
      isHeld = isNow;
      if (isHeld) return;
      for (const { section, state } of drafted.values()) {
        if (state !== 'held') continue;
        change(section, { state: 'typed' });
        void save(section);
      }
    },
  };
}

function isMoreThan(sent: Drafted, now: Drafted | undefined): boolean {
  return now !== undefined && (now.text !== sent.text || now.isInternal !== sent.isInternal);
}
