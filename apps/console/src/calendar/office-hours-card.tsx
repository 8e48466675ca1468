import { App, Button, Card } from 'antd';
import { useState } from 'react';
import { yearlyDateWords } from '#calendar/yearly-date-words';
import type { RouteAnswer } from '#http-api/routes';
import { useAnswer } from '../api/use-answer';
import { useDepartments } from '../directory/use-directory';
import { HoursDialog } from './hours-dialog';

export type OfficeHours = RouteAnswer<'GET /api/office-hours'>['items'][number];
/** What is being edited: the hours of an office, or those of a department that has none yet. */
export type EditedHours = OfficeHours | 'another';

/** The office hours in force, of the house and of departments that keep their own, and the way to others. */
export function OfficeHoursCard() {
  const { message } = App.useApp();
  const [edited, edit] = useState<EditedHours | null>(null);
  const standing = useAnswer('GET /api/office-hours', { query: { limit: 200 } });
  const [house, ...departments] = (standing.data?.items ?? []).filter(({ inForce, sessions }) => inForce && sessions);
  if (!house) return null;
  const saved = () => {
    void message.success('工作时间已保存');
    edit(null);
  };
  return (
    <Card size="small" className="calendar-warning">
      <OfficeLine hours={house} edit={edit} />
      {departments.map((hours) => (
        <OfficeLine key={hours.departmentId} hours={hours} edit={edit} />
      ))}
      <Button size="small" type="link" className="another-office" onClick={() => edit('another')}>
        为单位另设工作时间
      </Button>
      {edited && <HoursDialog edited={edited} onSaved={saved} close={() => edit(null)} />}
    </Card>
  );
}

const spansOf = (sessions: NonNullable<OfficeHours['sessions']>): string =>
  sessions.map(({ from, to }) => `${from}–${to}`).join('，');

function OfficeLine({ hours, edit }: { hours: OfficeHours; edit(hours: OfficeHours): void }) {
  const departments = useDepartments();
  const { departmentId, sessions, seasons, source, version } = hours;
  const said = [
    spansOf(sessions ?? []),
    ...seasons.map((each) => `${yearlyDateWords(each.from)}至${yearlyDateWords(each.to)} ${spansOf(each.sessions)}`),
  ].join('；');
  return (
    <div className="office-hours">
      {departmentId ? departments.find(({ id }) => id === departmentId)?.name : '工作时间'}：{said}
      <span className="quiet">
        {source}
        {version > 0 && `（第${version}版）`}
      </span>
      <Button size="small" onClick={() => edit(hours)}>
        {departmentId ? '修改' : '修改工作时间'}
      </Button>
    </div>
  );
}
