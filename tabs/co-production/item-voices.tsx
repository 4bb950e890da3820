import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { CoProductionView, ReferenceGroupView, SignOffAsk } from '../../plan/content.ts';
import type { ItemRef, PlanId } from '../../plan/plan.ts';
import { useCoProduction } from '../api/plan-co-production.ts';
import type { FormSaved } from '../forms/use-sent-form.ts';
import { useStoryStyles } from '../story/use-story-styles.ts';
import { Told } from '../ui/told.tsx';
import { refText } from './choices.ts';
import { CommentBox } from './comment-box.tsx';
import { FormBox } from './form-box.tsx';
import { FormButton } from './form-button.tsx';
import { ImpactForm } from './impact-form.tsx';
import { useOpenForms } from './open-forms.ts';
import { SignOffForm } from './sign-off-form.tsx';
import { usePartStyles } from './use-part-styles.ts';

const useStyles = makeStyles({ told: { '& p': { marginTop: 0, marginBottom: '12px' } } });

export interface ItemVoicesProps {
  readonly planId: PlanId;
  readonly item: ItemRef;
  /** Something was recorded: the story is another. */
  readonly onChange: () => void;
}

/** Who signs an item off, when it is looked at again, and what whoever looks may say of it for a group. */
export default function ItemVoices({ planId, item, onChange }: ItemVoicesProps) {
  const styles = useStyles();
  const part = usePartStyles();
  const { heading } = useStoryStyles();
  const { data: view, error, retry } = useCoProduction(planId);
  const forms = useOpenForms();
  const [words, setWords] = useState<string | null>(null);
  if (view === null) {
    if (error === null) return null;
    return (
      <>
        <h3 className={heading}>Reference groups</h3>
        <p role="status" className={part.line}>
          What groups say of it could not be read. {error.message}
        </p>
        <Button size="small" onClick={retry}>
          Try again
        </Button>
      </>
    );
  }
  const { signer, asks, check, commenters, about } = voicesOf(view, item);
  if (signer === null && asks.length === 0 && check === null && commenters.length === 0) return null;
  const finish = (saved: FormSaved) => {
    forms.close();
    setWords(saved.words);
    retry();
    onChange();
  };
  return (
    <>
      <h3 className={heading}>Reference groups</h3>
      <div className={styles.told}>
        <Told problem={null} words={words} />
      </div>
      {signer !== null && (
        <p className={part.line}>
          <span className={part.strong}>{signer}</span>{' '}
          {asks.length > 0 ? 'is asked for its word: it is done.' : 'signs it off once it is done.'}
        </p>
      )}
      {asks.map(
        (ask) =>
          ask.whyNot !== null && (
            <p key={ask.groupKey} className={part.line}>
              {ask.whyNot}
            </p>
          ),
      )}
      {check !== null && <p className={part.line}>{check.words}</p>}
      <div className={part.buttons}>
        {asks
          .filter(({ maySignOff }) => maySignOff)
          .map((ask) => (
            <FormButton
              key={ask.groupKey}
              forms={forms}
              form={['agree', ask.groupKey]}
              words="Record what the group decided"
              about={ask.groupName}
            />
          ))}
        {check?.mayCheck && <FormButton forms={forms} form={['check']} words="Record the impact check" />}
        {commenters.length > 0 && about !== null && (
          <FormButton forms={forms} form={['comment']} words="Comment for a group" />
        )}
      </div>
      {asks.map(
        (ask) =>
          ask.maySignOff &&
          forms.isOpen(['agree', ask.groupKey]) && (
            <FormBox key={ask.groupKey} title={`What ${ask.groupName} decided`}>
              <SignOffForm planId={planId} ask={ask} onSaved={finish} />
            </FormBox>
          ),
      )}
      {check?.mayCheck && forms.isOpen(['check']) && (
        <FormBox title="Does it still work?">
          <ImpactForm planId={planId} line={check} onSaved={finish} />
        </FormBox>
      )}
      {about !== null && forms.isOpen(['comment']) && (
        <FormBox title="What a group says of it">
          <CommentBox view={view} groups={commenters} item={about} onSaved={finish} />
        </FormBox>
      )}
    </>
  );
}

/** What groups have to do with one item. */
function voicesOf(view: CoProductionView, ref: ItemRef) {
  const isIt = (one: { readonly ref: ItemRef }) => refText(one.ref) === refText(ref);
  const open = view.choices.items.find(isIt) ?? null;
  const asks: readonly SignOffAsk[] = [
    ...view.groups.flatMap(({ toSignOff }) => toSignOff),
    ...view.unsigned,
  ].filter(isIt);
  const check = view.impact.find(isIt) ?? null;
  const commenters: readonly ReferenceGroupView[] = view.groups.filter(({ may }) => may.comment);
  const signer = asks[0]?.groupName ?? view.groups.find(({ key }) => key === open?.signOffBy)?.name ?? null;
  return { signer, asks, check, commenters: open === null ? [] : commenters, about: open };
}
