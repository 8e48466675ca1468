import { Button } from 'antd';
import { gamingSigns } from '#ticket/gaming-sign';
import { instant } from '../words/instant';
import { subjectWords, type SignRow } from './sign-row';
import { Why } from './why';

/** A sign in a few lines, instead of a table row on a phone. */
export const SignItem = ({ sign, open }: { sign: SignRow; open(): void }) => (
  <section className="card-link" aria-label={gamingSigns[sign.sign].label}>
    <div className="item-top">
      <span className="item-title">{gamingSigns[sign.sign].label}</span>
      <Button type="link" size="small" onClick={open}>
        {sign.tickets}件
      </Button>
    </div>
    <div className="item-line">{subjectWords(sign)}</div>
    <div className="item-text">
      <Why sign={sign} />
    </div>
    <div className="item-line quiet">
      {instant(sign.firstAt)} 至 {instant(sign.lastAt)}
    </div>
  </section>
);
