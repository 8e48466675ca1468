import { assignmentStates } from './assignment-state';
import { callbackOutcomes } from './callback-outcome';
import { channels } from './channel';
import { alerts, clockKinds } from './clock-kind';
import { elements } from './element';
import { demandFindings, factFindings, resolutions } from './finding';
import { contactedAnswers, ratingSources, satisfactions, solvedAnswers } from './rating';
import { referReasons, returnReasons, sendBackReasons } from './reason';
import { roles } from './role';
import { services } from './service';
import { states } from './state';
import { ticketTypes } from './ticket-type';
import { transitions } from './transition';
import { urgencies } from './urgency';

/** `code label` of every row, in the table's order. */
const told = (table: Record<string, { label: string }>) =>
  Object.entries(table).map(([code, { label }]) => `${code} ${label}`);

/** The words of wording.md, as they are written there. */
const words = (text: string) => text.split(' · ');

describe('what a clerk reads', () => {
  it('names the states of a ticket and of a department’s part', () => {
    expect(told(states)).toEqual(
      words(
        'incomplete 待补充 · registered 待派单 · dispatched 待签收 · handling 办理中 · returning 退单待审 · held 已挂账 · ' +
          'replied 待审核 · upstream 待上级审核 · returning-up 退回上级待审 · callback 待回访 · closed 已办结 · merged 已并单 · ' +
          'withdrawn 已撤单 · void 已作废 · returned-up 已退回上级',
      ),
    );
    expect(told(assignmentStates)).toEqual(
      words(
        'waiting 待签收 · working 办理中 · objecting 退单待审 · signing 待签发 · answered 已反馈 · returned 已退回 · cancelled 已撤回',
      ),
    );
  });

  it('names everything that can be done', () => {
    expect(told(transitions)).toEqual(
      words(
        'register 登记 · importHistory 历史导入 · edit 修改 · complete 补充完善 · askMore 退回补充 · supplement 追加诉求 · ' +
          'answerOnCall 直接答复 · refer 告知引导 · letRoute 放行派单 · dispatch 派单 · redispatch 改派 · arbitrate 提级裁定 · ' +
          'addCoHandler 加派协办 · removeCoHandler 撤回协办 · sign 签收 · coSign 协办签收 · contact 先行联系 · interimReport 中途汇报 · subDispatch 转下级办理 · ' +
          'draftReply 拟稿 · askSignature 送签 · signOff 签发 · return 申请退单 · coReturn 协办退单 · uphold 同意退单 · rejectReturn 驳回退单 · ' +
          'reply 提交反馈 · coReply 协办反馈 · sendBack 退回补正 · firstApprove 初审通过 · approve 审核通过 · correctReply 更正反馈 · refuseCorrection 不予更正 · upstreamAccept 上级认可 · ' +
          'upstreamRework 上级退回重办 · returnUp 退回上级 · returnUpAccepted 上级同意退回 · returnUpRefused 上级不同意退回 · ' +
          'callbackAttempt 回访 · rate 登记评价 · closeUnrated 未评价办结 · judge 合理性认定 · rework 发回重办 · reopen 重启办理 · ' +
          'requestExtension 申请延期 · extend 延期 · refuseExtension 不同意延期 · requestCoExtension 协办申请延期 · coExtend 协办延期 · refuseCoExtension 不同意协办延期 · setLimit 单独限时 · liftLimit 取消单独限时 · requestHold 申请挂账 · hold 挂账 · ' +
          'refuseHold 不同意挂账 · resume 恢复办理 · endHold 挂账销账 · merge 并单 · answerWithMaster 随主单答复 · unmerge 拆单 · ' +
          'release 主单失效拆出 · withdraw 撤单 · void 作废 · nudge 群众催单 · urge 催办 · supervise 督办 · ' +
          'amendSupervision 修改督办单 · discardSupervision 弃用督办单 · signSupervision 签发督办单 · ' +
          'answerSupervision 督办反馈 · sendBackSupervision 退回督办反馈 · closeSupervision 督办销号 · reachByPhone 电话已通知 · appeal 申诉 · ' +
          'accept 申诉成立(剔除考核) · refuseAppeal 申诉不成立 · mark 亮牌 · reveal 查看联系方式 · hearRecording 听取录音 · ' +
          'changeCallbackNumber 更改回访号码 · consentToIdentity 同意告知身份 · withdrawConsent 撤回告知身份 · ' +
          'liftConfidentiality 解除保密 · succeed 机构调整 · archive 归档 · ' +
          'erase 删除个人信息 · thirdPartyCopy 出具第三方副本 · attach 添加附件 · shareAttachment 向承办单位提供附件 · ' +
          'withholdAttachment 停止提供附件',
      ),
    );
  });

  it('names what a ticket is and where it came from', () => {
    expect(told(ticketTypes)).toEqual(
      words(
        'consultation 咨询 · help 求助 · complaint 投诉 · report 举报 · suggestion 建议 · praise 表扬 · other 其他',
      ),
    );
    expect(told(urgencies)).toEqual(words('normal 一般 · urgent 紧急 · critical 特急'));
    expect(told(elements)).toEqual(words('who 何人 · when 何时 · where 何地 · cause 何因 · course 何果'));
    expect(told(channels)).toEqual(
      words(
        'phone 电话 · web 网站 · wechat 微信 · app APP · sms 短信 · email 邮件 · letter 信件 · walk-in 来访 · visit 走访登门 · ' +
          'weibo 微博 · forum 网络问政 · leader-mailbox 领导信箱/留言板 · media 媒体 · emergency-110 110移交 · superior 上级派发 · ' +
          'neighbour 川渝互转 · inspection 督查交办 · grid 网格上报 · open311 Open311 · import 导入',
      ),
    );
  });

  it('names the people', () => {
    expect(told(roles)).toEqual(
      words(
        'agent 话务员 · shift-lead 值班长 · dispatcher 派单员 · handler 联络员 · officer 经办人 · department-head 单位审签领导 · ' +
          'reviewer 审核员 · callback 回访员 · supervisor 督办员 · quality 质检员 · manager 热线负责人 · leader 区领导 · admin 系统管理员',
      ),
    );
    expect(Object.values(services).map(({ promise }) => promise)).toEqual([
      '跟踪办',
      '派单',
      '限时办, 督促办',
      '办满意',
    ]);
  });

  it('keeps the findings of a reply apart from what the citizen says', () => {
    expect(told(factFindings)).toEqual(
      words('confirmed 属实 · partly-confirmed 部分属实 · unfounded 不属实 · unverifiable 无法核实'),
    );
    expect(told(demandFindings)).toEqual(
      words('reasonable 合理 · partly-reasonable 部分合理 · unreasonable 不合理 · beyond-duty 超职责'),
    );
    expect(told(resolutions)).toEqual(
      words(
        'solved 实际解决 · explained 解释说明 · partly-solved 部分解决 · unsolved 未解决 · held 挂账 · scheduled 列入计划 · in-procedure 依法办理中',
      ),
    );
    expect(told(contactedAnswers)).toEqual(words('yes 已联系 · no 未联系'));
    expect(told(solvedAnswers)).toEqual(words('yes 已解决 · partly 部分解决 · no 未解决'));
    expect(told(satisfactions)).toEqual(
      words(
        'very-satisfied 非常满意 · satisfied 满意 · basically-satisfied 基本满意 · dissatisfied 不满意 · very-dissatisfied 非常不满意',
      ),
    );
    expect(told(ratingSources)).toEqual(
      words(
        'citizen-link 链接评价 · citizen-app 线上评价 · callback-human 人工回访 · call-end 话后评价 · survey-import 调查导入 · ' +
          'upstream 上级评价 · unit-reported 单位自评 · default 系统默认',
      ),
    );
    expect(told(callbackOutcomes)).toEqual(
      words(
        'done 完成 · no-answer 无人接听 · busy 占线关机 · wrong-number 空号错号 · not-the-person 非本人 · refused 拒访 · appointment 改时再访',
      ),
    );
  });

  it('gives every reason a name', () => {
    expect(told(returnReasons)).toEqual(
      words(
        'not-ours 非本单位职责 · wrong-area 属地不符 · overlapping 职责交叉 · incomplete 要素不全 · duplicate 重复派单 · out-of-scope 不属受理范围',
      ),
    );
    expect(told(sendBackReasons)).toEqual(
      words(
        'off-topic 答非所问 · not-contacted 未联系群众 · no-evidence 缺佐证 · no-basis 缺依据 · contradicts-facts 与事实不符 · ' +
          'co-handler-missing 协办未反馈 · wording 文字差错 · leaks-identity 泄露信息',
      ),
    );
    expect(told(referReasons)).toEqual(
      words(
        'litigation 诉讼 · arbitration 仲裁 · reconsideration 行政复议 · discipline 纪检监察 · petition 信访 · disclosure 信息公开 · ' +
          'emergency-service 紧急救助(110/119/120/122) · settled 已依法办结且无新情况 · not-government 不属政府职能',
      ),
    );
  });

  it('names the clocks and their flags', () => {
    expect(told(clockKinds)).toEqual(
      words(
        'incomplete 补充时限 · dispatch 派单时限 · sign 签收时限 · contact 联系时限 · finish 办理时限 · rework 重办时限 · ' +
          'return-window 退单申请期 · return 退单时限 · arbitration 裁定时限 · review 审核时限 · upstream 上级时限 · callback 回访时限 · ' +
          'judgement 认定时限 · appeal-window 申诉期 · appeal 申诉裁决时限 · extension 延期审批时限 · held 挂账复核时限 · supervision 督办时限 · citizen 对外承诺时限',
      ),
    );
    expect(told(alerts)).toEqual(words('none 正常 · yellow 黄牌预警 · red 红牌超期'));
  });
});
