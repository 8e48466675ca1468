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
  const { id: accountId } = useUser();
  const [params, setParams] = useSearchParams();
  const [registered, setRegistered] = useState<Registered | null>(null);
  const open = (id?: string): void => setParams(id === undefined ? {} : { draft: id }, { replace: true });
  const wanted = params.get('draft');
  const saver = draftInHand(accountId);
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
  if (wanted === null || wanted === saver.id) return form(saver);
  return <FoundDraft id={wanted}>{form}</FoundDraft>;
}

/** A draft from elsewhere, put in hand once it is read. */
function FoundDraft({ id, children }: { id: string; children: (saver: DraftSaver) => React.ReactNode }) {
  const { id: accountId } = useUser();
  const draft = useAnswer('GET /api/drafts/:id', { params: { id } }, { staleTime: 0 });
  return (
    <Loaded of={draft}>
      {(found) => {
        const saver = draftInHand(accountId);
        return children(saver.id === found.id ? saver : takeInHand(accountId, found));
      }}
    </Loaded>
  );
}
