import type { SignInProblem } from '#http-api/sign-in-problem';

/** Nobody is let in: the browser is sent to the login page, which says why. */
export class SignInRefused extends Error {
  constructor(readonly problem: SignInProblem) {
    super(problem);
    this.name = 'SignInRefused';
  }
}
