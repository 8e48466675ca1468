import { Alert } from 'antd';
import { useSearchParams } from 'react-router-dom';
import { signInProblems } from '#http-api/sign-in-problem';

const problems: Readonly<Record<string, { label: string } | undefined>> = signInProblems;

/** Why the identity provider has sent somebody back who was not let in. */
export function ProviderProblem() {
  const [query] = useSearchParams();
  const problem = problems[query.get('problem') ?? ''];
  return problem ? <Alert type="error" showIcon title={problem.label} className="login-error" /> : null;
}
