/** Which fortnight is shown, and what of it. */
export interface Place {
  /** 0 = the last fortnight. */
  readonly page: number;
  /** Only what did not reach whom it was for. */
  readonly isUnreachedOnly: boolean;
}

const UNREACHED = 'not-reached';

/** Reads what the address says of the view: `2/not-reached`. What it cannot read is the last fortnight, whole. */
export function parsePlace(section: string | null): Place {
  const parts = (section ?? '').split('/');
  const page = parts.find((part) => /^\d{1,3}$/.test(part)) ?? '0';
  return { page: Number(page), isUnreachedOnly: parts.includes(UNREACHED) };
}

/** The other way round; `null` for the last fortnight, whole. */
export function formatPlace({ page, isUnreachedOnly }: Place): string | null {
  const parts = [...(page === 0 ? [] : [String(page)]), ...(isUnreachedOnly ? [UNREACHED] : [])];
  return parts.length === 0 ? null : parts.join('/');
}
