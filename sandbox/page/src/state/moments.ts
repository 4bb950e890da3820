/** The sandbox's people live in the United Kingdom, wherever this browser is. */
const TIME_ZONE = 'Europe/London';

const PARTS = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: TIME_ZONE,
});
const DAY = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: TIME_ZONE,
});

/** `Mon 10 Jan 2022, 09:00` from an ISO instant; the text itself where it is none. */
export function formatMoment(iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const parts = Object.fromEntries(PARTS.formatToParts(time).map(({ type, value }) => [type, value]));
  // British browsers write "Sept"; every date of the product is written with three letters.
  const month = (parts.month ?? '').slice(0, 3);
  return `${parts.weekday} ${parts.day} ${month} ${parts.year}, ${parts.hour}:${parts.minute}`;
}

/** `Mon 10 Jan 2022`. */
export function formatDay(iso: string): string {
  return formatMoment(iso).split(',')[0] ?? iso;
}

/** `2022-01-10`, the day of an ISO instant where the site is; empty for text that is none. */
export function dayOf(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? '' : DAY.format(time);
}
