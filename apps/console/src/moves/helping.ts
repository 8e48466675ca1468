import { isJoint } from '#ticket/assignments';
import { isOpenAssignment } from '#ticket/assignment-state';
import type { AssignmentView, TicketView } from './move-target';

/** The parts with which departments help the lead at this moment. */
export const helping = ({ assignments }: TicketView): AssignmentView[] =>
  assignments.filter((part) => isJoint(part) && isOpenAssignment(part.state));
