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

/** The fields begin anew with what now stands in them; what was typed stays. */
export function rebaseDraft(name: string, fields: readonly string[]): void {
  const draft = drafts.get(name);
  if (!draft) return;
  const base = Object.entries(draft.base).filter(([field]) => !fields.includes(field));
  keepDraft(name, { typed: draft.typed, base: Object.fromEntries(base) });
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
