import { Alert } from 'antd';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { useAnswer } from '../api/use-answer';
import { Loaded } from '../parts/loaded';
import { CopyForm } from './copy-form';
import { DraftCard } from './draft-card';
import { IssuedCopies } from './issued-copies';
import './third-party-copy.css';

/** 第三方副本: read what is left of a ticket beside what will leave the house, correct it, and issue it. */
export function ThirdPartyCopyPage() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const draft = useAnswer('GET /api/tickets/:id/third-party-copy', { params: { id } });
  return (
    <div className="third-party-copy">
      <Link to={`/tickets/${id}`}>返回工单详情</Link>
      <Loaded of={draft}>
        {(found) => (
          <>
            {found.isProtected && (
              <Alert
                type="warning"
                showIcon
                title="本单要求保密或属于举报"
                description="除姓名、电话等以外，凡能让人猜出是谁反映的内容（单位、岗位、亲属关系、只有当事人知道的细节）都请一并删去。"
              />
            )}
            <div className="copy-side-by-side">
              <DraftCard draft={found} />
              <CopyForm
                key={id}
                id={id}
                draft={found}
                onIssued={(copy) => void navigate(`/tickets/${id}/third-party-copies/${copy.id}`)}
              />
            </div>
          </>
        )}
      </Loaded>
      <IssuedCopies id={id} />
    </div>
  );
}
