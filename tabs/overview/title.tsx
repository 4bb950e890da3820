import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  title: { display: '-webkit-box', overflow: 'hidden', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical' },
});

export interface TitleProps {
  readonly children: string;
}

/** The title of an item in two lines at most; its chip says the whole. */
export function Title({ children }: TitleProps) {
  return <span className={useStyles().title}>{children}</span>;
}
