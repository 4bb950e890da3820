import type { ReportEdit, ReportSectionId } from '../../../plan/content.ts';

/**
 * Where words are that somebody typed into a section:
 * - `same`: nobody has touched them
 * - `saved`: as the server has them
 * - `typed`: not sent yet
 * - `saving`: on their way
 * - `failed`: could not be sent; tried again by itself
 * - `refused`: the server does not take them as they are
 * - `to check`: they may name a child; a person says that they do not, or changes them
 * - `left`: typed before the page went away, and never saved; a person decides
 * - `overtaken`: somebody else saved meanwhile; a person decides
 * - `held`: the report is no draft any more; saving would take back what somebody decided
 */
export type DraftedState =
  | 'same'
  | 'saved'
  | 'typed'
  | 'saving'
  | 'failed'
  | 'refused'
  | 'to check'
  | 'left'
  | 'overtaken'
  | 'held';

/** A section as somebody has it before them, typed over or not. */
export interface Drafted {
  readonly section: ReportSectionId;
  /** What stands in the field. */
  readonly text: string;
  /** What the data said when they began: the same typed again is no edit. */
  readonly asData: string;
  /** `null`: as the section itself says. */
  readonly isInternal: boolean | null;
  /** Of the edit they began with; 0 where there was none. */
  readonly version: number;
  /** They said that what stands there names no child. */
  readonly isChecked: boolean;
  readonly state: DraftedState;
  /** Why it failed or was refused. */
  readonly problem: string | null;
  /** What somebody else saved meanwhile. */
  readonly theirs: ReportEdit | null;
  /** Whether anything of it was saved since it was begun. */
  readonly wasSaved: boolean;
  /** Whether its field is open. */
  readonly isOpen: boolean;
}

/** What people wrote, for the server: `null` where it is what the data say. */
export function wordsOf({ text, asData }: Pick<Drafted, 'text' | 'asData'>): string | null {
  return text === asData ? null : text;
}

/** Something of it is not with the server yet. */
export function isUnsaved({ state }: Drafted): boolean {
  return state !== 'same' && state !== 'saved';
}

const NEED_SOMEBODY: readonly DraftedState[] = ['refused', 'to check', 'left', 'overtaken', 'held'];

/** It can't go on without somebody deciding. */
export function needsSomebody({ state }: Drafted): boolean {
  return NEED_SOMEBODY.includes(state);
}
