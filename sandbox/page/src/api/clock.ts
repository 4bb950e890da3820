import type { ClockRequest, ClockView } from '../../../controls/shapes.ts';
import { requestJson } from './request.ts';

export function getClock(): Promise<ClockView> {
  return requestJson('/sandbox/clock');
}

/** Answers when everything due by then has been done, which may take many seconds. */
export function moveClock(body: ClockRequest): Promise<ClockView> {
  return requestJson('/sandbox/clock', { method: 'POST', body });
}
