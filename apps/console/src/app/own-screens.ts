import type { Role } from '#ticket/role';
import { mayCall } from '../identity/may-call';
import { screens, type Screen } from './screens';

/** The screens these roles may open. */
export const ownScreens = (roles: readonly Role[]): Screen[] => screens.filter(({ needs }) => mayCall(needs, roles));
