import type { FieldsBefore, IncomingFile, Upload } from '#http-api/upload';
import type { HouseRequest } from './house-request';
import { Refusal, refusalAt } from './problems';

/** Of a form beside its file; whoever sends more sends something else. */
const limits = { files: 2, fields: 20, fieldSize: 4_096, parts: 22, fileSize: Infinity };

type Take<Taken> = (file: IncomingFile, before: FieldsBefore) => Promise<Taken>;

/** A form of a request, read as it comes in. Nothing of the file is kept here. */
export class FormUpload<Fields> implements Upload<Fields> {
  /** @param parse throws a refusal for fields that are wrong */
  constructor(
    private readonly request: HouseRequest,
    private readonly parse: (fields: object) => Fields,
  ) {}

  async receive<Taken>(take: Take<Taken>): Promise<{ fields: Fields; taken: Taken }> {
    const { raw } = this.request;
    try {
      return await this.read(take);
    } catch (error) {
      throw raw.destroyed && !raw.complete ? new Refusal('invalid', '上传中断，请重新上传') : error;
    } finally {
      // A browser hears of a refusal only once it has sent everything.
      raw.unpipe();
      raw.resume();
    }
  }

  private async read<Taken>(take: Take<Taken>): Promise<{ fields: Fields; taken: Taken }> {
    const fields: Record<string, unknown> = {};
    let received: { taken: Taken } | undefined;
    for await (const part of this.request.parts({ limits })) {
      if (part.type === 'field') fields[part.fieldname] = part.value;
      else if (part.fieldname !== 'file') throw refusalAt('file', '文件须放在 file 字段');
      else if (received) throw refusalAt('file', '一次只能上传一个文件');
      else received = { taken: await take({ name: part.filename, content: part.file }, { ...fields }) };
    }
    if (!received) throw refusalAt('file', '请选择文件');
    return { fields: this.parse(fields), taken: received.taken };
  }
}
