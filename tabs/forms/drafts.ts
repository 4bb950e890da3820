import { useSyncExternalStore } from 'react';
import type { FormValues } from '../../plan/content.ts';

/** What somebody typed into a form and has not saved. */
export interface Draft {
  /** The fields they changed. */
  readonly typed: FormValues;
  /** What stood in those fields when they began. */
  readonly base: FormValues;
}

/** Of every form of the page; kept outside it, so that going to another section or view loses nothing. */
let drafts: ReadonlyMap<string, Draft> = new Map();
const listeners = new Set<() => void>();

/** Names a form over all plans. */
export function draftName(planId: string, form: string): string {
  return `${planId} ${form}`;
}

/** @param draft `null` forgets it */
export function keepDraft(name: string, draft: Draft | null): void {
  const next = new Map(drafts);
  if (draft === null || Object.keys(draft.typed).length === 0) next.delete(name);
  else next.set(name, draft);
  drafts = next;
  for (const listen of listeners) listen();
}

/** What is said where something of a form was typed after it was sent. */
export const TYPED_SINCE = 'What you typed since then is kept in the form, and not saved yet.';

/** The fields begin anew with what now stands in them; what was typed stays. */
export function rebaseDraft(name: string, fields: readonly string[]): void {
  const draft = drafts.get(name);
  if (!draft) return;
  const base = Object.entries(draft.base).filter(([field]) => !fields.includes(field));
  keepDraft(name, { typed: draft.typed, base: Object.fromEntries(base) });
}

/**
 * What was sent of it is taken: only what was typed since stays, and begins anew with what then stands in its fields.
 * @param sent the fields they had changed when it was sent
 * @param now what then stands in its fields, where that is known
 * @returns whether anything stays
 */
export function forgetSent(name: string, sent: FormValues, now: FormValues = {}): boolean {
  const since = Object.entries(readDraft(name).typed).filter(
    ([field, value]) => !isAsSent(value, sent[field]),
  );
  const base = Object.entries(now).filter(([field]) => since.some(([one]) => one === field));
  keepDraft(name, { typed: Object.fromEntries(since), base: Object.fromEntries(base) });
  return since.length > 0;
}

/** To the letter: in a ranking the order is what it says. */
function isAsSent(value: FormValues[string], sent: FormValues[string] | undefined): boolean {
  return JSON.stringify(value) === JSON.stringify(sent);
}

const UNTOUCHED: Draft = { typed: {}, base: {} };

/** As it is now, which may be more than what was last drawn. */
export function readDraft(name: string): Draft {
  return drafts.get(name) ?? UNTOUCHED;
}

/** All of them, by name. */
export function useDrafts(): ReadonlyMap<string, Draft> {
  return useSyncExternalStore(subscribe, () => drafts);
}

function subscribe(listen: () => void): () => void {
  // Whoever closes the page with something unsaved is asked by the browser.
  if (listeners.size === 0) window.addEventListener('beforeunload', askBeforeLeaving);
  listeners.add(listen);
  return () => {
    listeners.delete(listen);
    if (listeners.size === 0) window.removeEventListener('beforeunload', askBeforeLeaving);
  };
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  if (drafts.size > 0) event.preventDefault();
}
