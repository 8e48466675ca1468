import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { RouteAnswer } from '#http-api/routes';
import { useAnswer } from '../api/use-answer';
import { useUser } from '../identity/session';
import { Loaded } from '../parts/loaded';
import { draftInHand, takeInHand } from './draft-in-hand';
import type { DraftSaver } from './draft-saver';
import { RegisterForm } from './register-form';
import { RegisteredCard } from './registered-card';
import './register.css';

type Registered = RouteAnswer<'POST /api/tickets'>;

/** A call becomes a ticket; then its number and code are read to the citizen, and the next call begins. */
export function RegisterPage() {
  const [params, setParams] = useSearchParams();
  const [registered, setRegistered] = useState<Registered | null>(null);
  const open = (id?: string): void => setParams(id === undefined ? {} : { draft: id }, { replace: true });
  const wanted = params.get('draft');
  if (registered) return <RegisteredCard ticket={registered} next={() => setRegistered(null)} />;
  const form = (shown: DraftSaver) => (
    <RegisterForm
      key={shown.key}
      saver={shown}
      open={open}
      onRegistered={(ticket) => {
        open();
        setRegistered(ticket);
      }}
    />
  );
  return <WantedDraft id={wanted}>{form}</WantedDraft>;
}

/**
 * The form with what is in hand, or with a draft from elsewhere, put in hand once it is read. The form stands in the same
 * place either way: whoever types already loses neither the field they are in nor an open list.
 */
function WantedDraft({ id, children }: { id: string | null; children: (saver: DraftSaver) => React.ReactElement }) {
  const { id: accountId } = useUser();
  const inHand = draftInHand(accountId);
  const isInHand = id === null || id === inHand.id;
  const draft = useAnswer('GET /api/drafts/:id', { params: { id: id ?? '' } }, { staleTime: 0, enabled: !isInHand });
  if (isInHand) return children(inHand);
  if (draft.data?.id === id) return children(takeInHand(accountId, draft.data));
  return <Loaded of={draft}>{() => null}</Loaded>;
}
