import { useState } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import { RegisterForm } from './register-form';
import { RegisteredCard } from './registered-card';
import './register.css';

type Registered = RouteAnswer<'POST /api/tickets'>;

/** A call becomes a ticket; then its number and code are read to the citizen, and the next call begins. */
export function RegisterPage() {
  const [registered, setRegistered] = useState<Registered | null>(null);
  if (registered) return <RegisteredCard ticket={registered} next={() => setRegistered(null)} />;
  return <RegisterForm onRegistered={setRegistered} />;
}
