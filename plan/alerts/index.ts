/** What groups are alerted to: dates, slips, and what no longer waits. */
export { alertsOn } from './alerts-on.ts';
export { buildAlert } from './build-alert.ts';
