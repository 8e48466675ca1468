import { App, Checkbox, Form, Input, InputNumber, Select, Switch } from 'antd';
import type { RouteRequest } from '#http-api/routes';
import { ladders } from '#ticket/clock-holder';
import { ladderAudiences, ladderUnits, ladderWays } from '#ticket/ladder-terms';
import { isFlagRung, rungs } from '#ticket/rung';
import { urgencies } from '#ticket/urgency';
import type { Values } from '../moves/field-row';
import { Dialog } from '../parts/dialog';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import { optionsOf } from '../words/options';
import { whenWords, type RungRow } from './rung-row';

type Body = NonNullable<RouteRequest<'PUT /api/ladder/:name'>['body']>;

/** A rung's next version. */
export function RungDialog({ row, close }: { row: RungRow; close(): void }) {
  const { message } = App.useApp();
  const done = (): void => {
    void message.success('已保存，在办工单数秒后改按新版本');
    close();
  };
  const title = [ladders[row.ladder].label, urgencies[row.urgency].label, rungs[row.rung].label].join(' · ');
  return (
    <Dialog title={`修改　${title}`} width={620} close={close}>
      <WriteForm
        route="PUT /api/ladder/:name"
        label="保存"
        initial={valuesOf(row)}
        requestOf={(values) => ({
          params: { name: row.name },
          version: row.version,
          body: bodyOf(row, values),
        })}
        onDone={done}
      >
        <RungFields row={row} />
      </WriteForm>
    </Dialog>
  );
}

const valuesOf = ({ amount, unit, audience, ways, atNight, isOn, source }: RungRow): Values => ({
  ...{ amount, unit, audience, atNight, isOn, source, sends: ways.includes('message') },
});

/** What follows from a rung is not chosen: it stays. */
const bodyOf = ({ amount, unit, isOn, ways }: RungRow, { sends, ...values }: Values): Body =>
  ({ amount, unit, isOn, ...values, ways: [...(sends ? ['message'] : []), ...followingOf(ways)] }) as Body;

const followingOf = (ways: RungRow['ways']): RungRow['ways'] => ways.filter((way) => way !== 'message');

function RungFields({ row }: { row: RungRow }) {
  const following = followingOf(row.ways).map((way) => ladderWays[way].label);
  return (
    <>
      {isFlagRung(row.rung) ? <p>{whenWords(row)}；时间由时限决定，不能停用。</p> : <WhenFields anchor={row.anchor} />}
      <Form.Item name="audience" label="告知" rules={required}>
        <Checkbox.Group options={optionsOf(ladderAudiences)} />
      </Form.Item>
      <div className="rule-switches">
        <Switched name="sends" label="发短信" />
        <Switched name="atNight" label="夜间也发" />
        {!isFlagRung(row.rung) && <Switched name="isOn" label="启用" />}
      </div>
      {following.length > 0 && <p className="quiet">到这一级同时{following.join('、')}。</p>}
      <Form.Item name="source" label="依据" rules={required}>
        <Input maxLength={200} placeholder="如：区政府办〔2026〕12号" />
      </Form.Item>
    </>
  );
}

const WhenFields = ({ anchor }: Pick<RungRow, 'anchor'>) => (
  <div className="rule-when">
    <Form.Item name="amount" label={anchor === 'before' ? '上一级之后' : '到期后'} rules={required}>
      <InputNumber min={0} max={1_000} precision={0} className="wide" />
    </Form.Item>
    <Form.Item name="unit" label="计时单位" rules={required}>
      <Select options={optionsOf(ladderUnits)} />
    </Form.Item>
  </div>
);

const Switched = ({ name, label }: { name: string; label: string }) => (
  <Form.Item name={name} label={label} valuePropName="checked" layout="horizontal">
    <Switch />
  </Form.Item>
);
