import { roles as roleTable } from '#ticket/role';
import { withPast } from '../directory/below';
import { useDepartments } from '../directory/use-directory';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import type { AssignmentView } from '../moves/move-target';
import { DocumentLinks } from '../parts/document-links';

/** 承办单: a part on paper, for its department and whoever dispatches. */
export function SheetLinks({ part }: { part: AssignmentView }) {
  const { roles, departmentId } = useUser();
  const departments = useDepartments();
  const isHotline = roles.some((role) => roleTable[role].scope === 'all');
  const isOwn = isHotline || withPast(departments, departmentId).includes(part.departmentId);
  if (!isOwn || !mayCall('GET /api/assignments/:id/document', roles)) return null;
  return (
    <span title="打印会留下记录">
      <span className="quiet">承办单 </span>
      <DocumentLinks address={`/api/assignments/${part.id}/document`} />
    </span>
  );
}
