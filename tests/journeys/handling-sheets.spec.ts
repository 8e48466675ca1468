import { pagesOfPdf, textOfDocx } from '#testing/document-text';
import { dissatisfied, leadOf, type PartView } from '#testing/people';
import { hotline } from './support/hotline';

// A Monday morning at half past nine; help is due in five working days, on Sunday the 20th, made up for a holiday.
const at = hotline({ settings: { officeName: '武侯区12345热线值班室', exportsPerHour: 3 } });

type Format = 'pdf' | 'docx';
type Printer = Parameters<typeof at.house.as>;

async function print({ id }: PartView, format: Format, ...printer: Printer): Promise<Buffer> {
  const { url, token } = await at.house.as(...printer);
  const response = await fetch(`${url}/api/assignments/${id}/document?format=${format}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

const unspaced = (text: string): string => text.replace(/\s/g, '');
const textOf = {
  pdf: async (bytes: Buffer) => unspaced((await pagesOfPdf(bytes)).join('')),
  docx: async (bytes: Buffer) => unspaced(await textOfDocx(bytes)),
};

const printed = async (part: PartView, ...printer: Printer): Promise<string> =>
  textOf.pdf(await print(part, 'pdf', ...printer));

describe('a department’s part on paper', () => {
  it('says what is asked, of whom, until when and why, and leaves room to sign', async () => {
    const registered = await at.people.register({ hold: true, address: '滨河路18号' });
    const [urban, police] = [at.house.department('urban').id, at.house.department('police').id];
    const body = { leadId: urban, coHandlerIds: [police], note: '请今日到现场核实' };
    const ticket = await at.people.sign(await at.people.change('dispatcher', 'dispatch', registered, body));
    for (const format of ['pdf', 'docx'] as const) {
      const said = await textOf[format](await print(leadOf(ticket), format, 'handler', 'urban'));
      for (const words of [
        ...['承办单', `工单号${ticket.number}`, '小区垃圾三天没有清运', '城市管理局：', '求助', '一般', '滨河路18号'],
        ...['东城街道滨河社区三号楼前的垃圾已经三天没有清运，气味很大。', '主办单位城市管理局', '协办单位公安局'],
        ...['城市管理局（主办，第1轮）', '办理时限：2026-09-2018:00前（自2026-09-1409:30起5个工作日，限时规则第1版）'],
        ...[
          '派单要求请今日到现场核实',
          '流转记录',
          '签收',
          '拟办意见',
          '领导批示',
          '办理结果',
          '武侯区12345热线值班室',
        ],
      ])
        expect(said).toContain(words);
    }
  });

  it('names nobody who asked, and never the number, whoever prints it', async () => {
    const content = '我是张小明，电话13812345678，楼下垃圾三天没人清。';
    const part = leadOf(await at.people.bring('handling', { content }));
    for (const printer of [['handler', 'urban'], ['dispatcher'], ['supervisor']] as Printer[]) {
      const said = await printed(part, ...printer);
      expect(said).toContain('楼下垃圾三天没人清');
      expect(said).toContain('张**（联系方式在系统内查看）');
      expect(said).not.toMatch(/张小明|13812345678|5678）/);
    }
  });

  it('says nothing at all of one who is protected', async () => {
    const citizen = { name: '张小明', phone: '13812345678', confidential: true };
    const part = leadOf(await at.people.bring('dispatched', { citizen }));
    const said = await printed(part, 'dispatcher');
    expect(said).toContain('诉求人信息保密');
    expect(said).not.toMatch(/张\*|138/);
  });

  it('tells a second round what the first one answered, and how it went on', async () => {
    const publicText = '张小明您好，已致电13812345678告知，垃圾已清运完毕。';
    const replied = await at.people.reply(await at.people.bring('handling'), { publicText });
    const answered = await at.people.change('reviewer', 'approve', replied, {});
    const first = await at.people.rate(answered, dissatisfied);
    const body = { reasonable: true, reason: '垃圾仍在原处' };
    const second = await at.people.change('callback', 'judgement', first, body);
    const said = await printed(leadOf(second), 'handler', 'urban');
    expect(said).toContain('前轮办理第1轮城市管理局，2026-09-1409:30派单。');
    expect(said).toContain('实际解决：张**您好，已致电138****5678告知，垃圾已清运完毕。');
    expect(said).toContain('派单要求垃圾仍在原处');
    expect(said).toContain('发回重办');
  });

  it('marks a character that paper cannot show as missing', async () => {
    const part = leadOf(await at.people.bring('dispatched', { content: '𰻝面馆😀油烟扰民。' }));
    expect(await printed(part, 'dispatcher')).toContain('〓面馆〓油烟扰民。');
  });
});

describe('who prints it', () => {
  it('stands on the paper, is a look at the ticket, and of too many within the hour an alert is raised', async () => {
    const ticket = await at.people.bring('dispatched', { categoryCode: 'school.fees' });
    const { user } = await (await at.house.as('shift-lead')).call('GET /api/session');
    const mark = `打印人：${user.name}${user.id.slice(-6)}（热线），打印时间：2026-09-14`;
    expect(await printed(leadOf(ticket), 'shift-lead')).toContain(unspaced(mark));
    const quality = await at.house.as('quality');
    const looks = await quality.call('GET /api/looks', { query: { accountId: user.id } });
    expect(looks.items).toMatchObject([{ kind: 'export', ticketId: ticket.id }]);
    for (let times = 0; times < 3; times += 1) {
      const other = await at.people.bring('dispatched', { categoryCode: 'school.fees' });
      await print(leadOf(other), 'docx', 'shift-lead');
    }
    const { items } = await quality.call('GET /api/look-alerts', {});
    expect(items.filter(({ who }) => who.id === user.id)).toMatchObject([{ kind: 'export' }]);
  });

  it('is the department, one above it, or the hotline', async () => {
    const part = leadOf(await at.people.bring('dispatched'));
    const address = `/api/assignments/${part.id}/document`;
    const answers = async (...who: Printer) =>
      (await (await at.house.as(...who)).send(address, { method: 'GET' })).status;
    expect(await answers('handler', 'police')).toBe(404);
    expect(await answers('department-head', 'urban')).toBe(200);
    expect(await answers('dispatcher')).toBe(200);
    expect(await answers('callback')).toBe(403);
  });
});
