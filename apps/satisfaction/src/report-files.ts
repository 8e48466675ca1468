import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import type { Paper } from '#documents/paper';
import { paperRows } from '#documents/paper-rows';
import { renderPaper } from '#documents/render-document';
import { withTexts } from '#documents/with-texts';
import { csv, harmless } from '#http-api/csv';
import { reportFormats, type ReportFormat } from '#http-api/report-format';
import { Clock } from '#store/clock-now';
import { shanghaiDate } from '#store/shanghai-date';
import { attachmentHeader } from '#platform/attachment-header';
import type { Caller } from '#platform/caller';
import { ExportRecords } from '#platform/export/export-records';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import type { Report } from './report-asked';
import { paperName, reportPaper } from './report-paper';

/** Reports as files. */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly records: ExportRecords,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** For somebody who takes it out: their name stands in it, and that they did is recorded. */
  async takenOut(report: Report, format: ReportFormat, caller: Caller): Promise<StreamableFile> {
    const bytes = await this.bytes(report, format, this.records.mark(caller));
    const taken = { report: report.label, format, rows: report.rows.length };
    await this.records.tookOut('GET /api/reports/:name', caller, taken);
    const disposition = attachmentHeader(`${paperName(report)}.${format}`);
    return new StreamableFile(bytes, { type: reportFormats[format].type, disposition });
  }

  bytes(report: Report, format: ReportFormat, mark: string): Promise<Buffer> {
    const date = shanghaiDate(this.clock.now());
    return writtenPaper(reportPaper(report, { office: this.settings.officeName, date, mark }), format);
  }
}

/** The paper as a file. */
export const writtenPaper = (paper: Paper, format: ReportFormat): Promise<Buffer> => written[format](paper);

/** What a spreadsheet would take for a formula is none of ours. */
const written: Readonly<Record<ReportFormat, (paper: Paper) => Promise<Buffer>>> = {
  xlsx: (paper) => renderPaper(withTexts(paper, harmless), 'xlsx'),
  docx: (paper) => renderPaper(paper, 'docx'),
  pdf: (paper) => renderPaper(paper, 'pdf'),
  csv: ({ sections, mark }) =>
    Promise.resolve(Buffer.from(csv([...sections.flatMap(({ table }) => paperRows(table)), [mark]]))),
};
