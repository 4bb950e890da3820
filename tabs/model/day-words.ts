const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2022-01-10` as `10 Jan 2022`. */
export function shortDay(day: string): string {
  return `${Number(day.slice(8, 10))} ${monthWords(day)}`;
}

/** `2022-03`, or a day in it, as `Mar 2022`. */
export function monthWords(month: string): string {
  const [year, number] = month.split('-');
  return `${MONTHS[Number(number) - 1] ?? ''} ${year}`;
}
