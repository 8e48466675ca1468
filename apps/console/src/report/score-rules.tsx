import { Button, Card, Form, InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { Dialog } from '../parts/dialog';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import { rateWords } from './rate-words';
import type { Report } from './report-query';

type Rules = RouteAnswer<'GET /api/score-rules'>['items'][number];
type Rule = Rules['rules'][number];

/** 评分规则: by what departments are compared now; a manager may set others, from then on. */
export function ScoreRules({ report }: { report: Report }) {
  const rules = useAnswer('GET /api/score-rules', { query: { limit: 1 } });
  const [isEditing, setEditing] = useState(false);
  const { roles } = useUser();
  const current = rules.data?.items[0];
  if (!current) return null;
  const labelOf = (rate: string) => report.formulas.find(({ name }) => name === rate)?.label ?? rate;
  return (
    <Card
      size="small"
      title={`评分规则（第${current.version}版，主办不足${current.leastTickets}件不排名）`}
      extra={
        mayCall('POST /api/score-rules', roles) && (
          <Button size="small" type="link" onClick={() => setEditing(true)}>
            修改
          </Button>
        )
      }
    >
      {current.rules.map(({ rate, points, floor, cap }) => (
        <div key={rate}>
          {labelOf(rate)} {points}分：{rateWords(floor)}及以下不得分，{rateWords(cap)}及以上满分，中间按比例
        </div>
      ))}
      {isEditing && <Edit report={report} current={current} close={() => setEditing(false)} reload={rules.refetch} />}
    </Card>
  );
}

interface EditProps {
  readonly report: Report;
  readonly current: Rules;
  close(): void;
  reload(): Promise<unknown>;
}

const percent = (share: number): number => Math.round(share * 1_000) / 10;

function Edit({ report, current, close, reload }: EditProps) {
  const shown = current.rules.map((rule) => ({ ...rule, floor: percent(rule.floor), cap: percent(rule.cap) }));
  const rates = report.formulas.map(({ name: value, label }) => ({ value, label }));
  return (
    <Dialog title="修改评分规则" close={close}>
      <WriteForm
        route="POST /api/score-rules"
        label="保存为新版本"
        initial={{ leastTickets: current.leastTickets, rules: shown }}
        requestOf={({ leastTickets, rules }) => ({
          body: {
            leastTickets: Number(leastTickets),
            rules: (rules as Rule[]).map((rule) => ({ ...rule, floor: rule.floor / 100, cap: rule.cap / 100 })),
          },
        })}
        onDone={() => void reload().then(close)}
      >
        <Form.Item name="leastTickets" label="参加排名的最少主办件数" rules={required}>
          <InputNumber min={1} max={10_000} precision={0} />
        </Form.Item>
        <Form.List name="rules">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <Space key={key} align="baseline" wrap>
                  <Form.Item name={[name, 'rate']} rules={required}>
                    <Select options={rates} placeholder="指标" className="score-rate" aria-label="指标" />
                  </Form.Item>
                  <Form.Item name={[name, 'points']} rules={required}>
                    <InputNumber min={1} max={100} suffix="分" aria-label="分值" />
                  </Form.Item>
                  <Form.Item name={[name, 'floor']} rules={required}>
                    <InputNumber min={0} max={100} suffix="%" aria-label="零分线" />
                  </Form.Item>
                  <Form.Item name={[name, 'cap']} rules={required}>
                    <InputNumber min={0} max={100} suffix="%" aria-label="满分线" />
                  </Form.Item>
                  <Button type="link" danger onClick={() => remove(name)}>
                    删除
                  </Button>
                </Space>
              ))}
              <Form.Item extra="各项分值合计100分；零分线以下不得分，满分线以上得满分。以前各期的得分不变。">
                <Button onClick={() => add({ points: 10, floor: 60, cap: 100 })}>增加一项</Button>
              </Form.Item>
            </>
          )}
        </Form.List>
      </WriteForm>
    </Dialog>
  );
}
