import { makeStyles, Spinner } from '@fluentui/react-components';

const useStyles = makeStyles({ box: { padding: '15vh 16px 0' } });

export interface WaitingProps {
  readonly label: string;
}

/** Takes the place of something that is on its way. */
export function Waiting({ label }: WaitingProps) {
  return (
    <div className={useStyles().box}>
      <Spinner label={label} labelPosition="below" />
    </div>
  );
}
