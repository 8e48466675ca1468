import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { Card } from 'antd';
import { chartOption } from './chart-option';
import type { Report } from './report-query';

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** The counts as bars and the rates as points above them; the table beside it has every figure. */
export function ReportChart({ report }: { report: Report }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current);
    chart.setOption(chartOption(report));
    const fit = new ResizeObserver(() => chart.resize());
    fit.observe(place.current);
    return () => {
      fit.disconnect();
      chart.dispose();
    };
  }, [report]);
  if (report.rows.length === 0) return null;
  return (
    <Card size="small" className="report-chart" title="图示">
      <div ref={place} className="report-canvas" role="img" aria-label="各项件数与比率的柱线图，数据见上表" />
    </Card>
  );
}
