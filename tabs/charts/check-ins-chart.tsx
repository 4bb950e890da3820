import { mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { GroupOverview } from '../../plan/content.ts';
import { shortDay } from '../model/day-words.ts';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { useChartStyles } from './use-chart-styles.ts';

const BAR = { top: 18, height: 44, width: 9 };
const HEIGHT = BAR.top + BAR.height + 18;

export interface CheckInsChartProps {
  readonly groupName: string;
  /** Oldest first. */
  readonly checkIns: GroupOverview['checkIns'];
}

/** How many of what was asked at each check-in was answered: a bar each with its numbers, and the same as a table. */
export function CheckInsChart({ groupName, checkIns }: CheckInsChartProps) {
  const chart = useChartStyles();
  const { hidden } = useHiddenStyles();
  const id = useId();
  const title = `${groupName}: answered at the last check-ins`;
  const step = 100 / Math.max(checkIns.length, 4);
  return (
    <>
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-words`}
        className={chart.chart}
        height={HEIGHT}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-words`}>
          A bar for each, filled as far as was answered; none where nothing was asked. The table after it says
          the same.
        </desc>
        {checkIns.map(({ on, meetingWords, answeredCount, askedCount }, place) => {
          const middle = `${(place + 0.5) * step}%`;
          const x = `${(place + 0.5) * step - BAR.width / 2}%`;
          const filled = askedCount === 0 ? 0 : (BAR.height * answeredCount) / askedCount;
          return (
            <g key={meetingWords}>
              <text className={mergeClasses(chart.words, chart.strong)} x={middle} y={12} textAnchor="middle">
                {askedCount === 0 ? '–' : `${answeredCount}/${askedCount}`}
              </text>
              {askedCount > 0 && (
                <rect className={chart.track} x={x} y={BAR.top} width={`${BAR.width}%`} height={BAR.height} />
              )}
              <rect
                className={chart.bar}
                x={x}
                y={BAR.top + BAR.height - filled}
                width={`${BAR.width}%`}
                height={filled}
              />
              <text className={chart.words} x={middle} y={HEIGHT - 4} textAnchor="middle">
                {shortDay(on).split(' ').slice(0, 2).join(' ')}
              </text>
            </g>
          );
        })}
      </svg>
      <div className={hidden}>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">Meeting</th>
              <th scope="col">Answered</th>
              <th scope="col">Asked</th>
            </tr>
          </thead>
          <tbody>
            {checkIns.map(({ meetingWords, answeredCount, askedCount, isOpen }) => (
              <tr key={meetingWords}>
                <th scope="row">
                  {meetingWords}
                  {isOpen && ', still open'}
                </th>
                <td>{answeredCount}</td>
                <td>{askedCount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
