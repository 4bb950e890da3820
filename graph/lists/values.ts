/** A value of one column: text, choice, date (`YYYY-MM-DD`), instant (ISO, `Z`), number, flag, item id, or several. */
export type RowValue = string | number | boolean | null | readonly string[] | readonly number[];

/**
 * What a row holds, by property of its row type. Lookups are SharePoint item ids. A value that is absent in
 * SharePoint is `null`, or `[]` where there may be several.
 */
export type RowValues = Readonly<Record<string, RowValue>>;

/** A value somebody put into a list that Milepost can't read, or not for sure. The row stays usable. */
export interface FieldProblem {
  readonly property: string;
  /** Internal name of the column. */
  readonly column: string;
  /** What kind of value stood there: `string`, `number`, `object` ... Never the value itself. */
  readonly received: string;
  /** What the column may hold, to follow `must be`: `a date`, `one of: Green, Amber, Red`. */
  readonly mustBe: string;
  /** For an operator; says what the column may hold. */
  readonly message: string;
  /**
   * `true`: a day was read all the same, but it begins at another hour than the site's days: the site keeps another time
   * zone than Milepost was told, or the column shows times. Absent: nothing was read, and the property is empty.
   */
  readonly shifted?: boolean;
}
