import { Navigate } from 'react-router-dom';
import { useUser } from '../identity/session';
import { ownScreens } from './own-screens';

/** Everybody starts at the first screen of their own. */
export function Home() {
  const [first] = ownScreens(useUser().roles);
  return <Navigate to={first ? `/${first.path}` : '/tickets'} replace />;
}
