/** The kinds of column the sandbox has; each is also the name of the facet. */
export const FACETS = [
  'text',
  'number',
  'boolean',
  'dateTime',
  'choice',
  'lookup',
  'personOrGroup',
  'hyperlinkOrPicture',
] as const;

export type Facet = (typeof FACETS)[number];

/** A column as it is kept: its common members, and the settings of its one facet. */
export interface Column {
  readonly id: string;
  /** Internal name, never changes. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly columnGroup: string;
  readonly required: boolean;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  readonly hidden: boolean;
  readonly readOnly: boolean;
  readonly defaultValue?: { readonly value?: string };
  /** Kept, never shown again and never evaluated. */
  readonly validation?: unknown;
  /** Undefined for SharePoint's own columns that have none. */
  readonly facet?: Facet;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Several values in one field. */
export function isMultiValue({ facet, settings }: Column): boolean {
  if (facet === 'choice') return settings.displayAs === 'checkBoxes';
  if (facet === 'lookup') return settings.allowMultipleValues === true;
  return facet === 'personOrGroup' && settings.allowMultipleSelection === true;
}

/** Points to an item of another list, or to a person of the site. */
export function isReference({ facet }: Column): boolean {
  return facet === 'lookup' || facet === 'personOrGroup';
}

/** A note: several lines of text. */
export function isNote({ facet, settings }: Column): boolean {
  return facet === 'text' && settings.allowMultipleLines === true;
}

/** @see https://support.microsoft.com/office/add-an-index-to-a-list-or-library-column for what can be indexed */
export function canBeIndexed(column: Column): boolean {
  return column.facet !== 'hyperlinkOrPicture' && !isNote(column) && !isMultiValue(column);
}
