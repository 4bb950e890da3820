import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { askBuild, useIsOutdated } from '../api/build.ts';

/** How browsers, and the bundler for styles, say that a file of a view could not be fetched. */
const NOT_FETCHED = /dynamically imported module|importing a module script|preload css/i;

const useStyles = makeStyles({
  box: { maxWidth: '520px', margin: '5vh auto', padding: '24px', boxSizing: 'border-box' },
  title: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: '0 0 16px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export interface ViewBoundaryProps {
  readonly children: ReactNode;
}

/** Where a view cannot be drawn or fetched, says so in its place, with a way on. Mount it anew (by `key`) for another view. */
export class ViewBoundary extends Component<ViewBoundaryProps, { readonly error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidCatch(error: Error) {
    // It may be gone because another build has come.
    if (NOT_FETCHED.test(error.message)) void askBuild();
  }

  override render() {
    const { error } = this.state as { readonly error: Error | null };
    if (error === null) return this.props.children;
    return (
      <Failed isMissing={NOT_FETCHED.test(error.message)} onRetry={() => this.setState({ error: null })} />
    );
  }
}

interface FailedProps {
  /** The view could not be fetched, as against drawn. */
  readonly isMissing: boolean;
  readonly onRetry: () => void;
}

function Failed({ isMissing, onRetry }: FailedProps) {
  const styles = useStyles();
  const isOutdated = useIsOutdated();
  const { title, text } = wordsOf({ isMissing, isOutdated });
  return (
    <div className={styles.box}>
      <div role="alert">
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.text}>{text}</p>
      </div>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => window.location.reload()}>
          Reload
        </Button>
        {/* A browser does not fetch anew what it could not fetch once. */}
        {!isMissing && !isOutdated && <Button onClick={onRetry}>Try again</Button>}
      </div>
    </div>
  );
}

function wordsOf({ isMissing, isOutdated }: { isMissing: boolean; isOutdated: boolean }) {
  if (isOutdated) {
    return {
      title: 'Milepost was updated',
      text: 'This page is still of the version before, which cannot show this view any more. Reload it: it opens where you are now.',
    };
  }
  if (isMissing) {
    return {
      title: 'This view could not be fetched',
      text: 'The connection was lost, or Milepost is just being restarted. Reload the page in a moment: it opens where you are now.',
    };
  }
  return {
    title: 'This view cannot be shown',
    text: 'Something in the page itself went wrong; nothing is lost in the plan. Try again or reload the page, or choose another view. If it stays like this, tell your IT team.',
  };
}
