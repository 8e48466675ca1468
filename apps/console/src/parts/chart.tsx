import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

interface ChartProps {
  /** The same object while nothing in it changes: another one is drawn anew. */
  readonly option: EChartsCoreOption;
  /** What is drawn, for whoever does not see it. */
  readonly label: string;
  readonly className: string;
}

/** A drawing that fits its place. */
export function Chart({ option, label, className }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current);
    chart.setOption(option);
    const fit = new ResizeObserver(() => chart.resize());
    fit.observe(place.current);
    return () => {
      fit.disconnect();
      chart.dispose();
    };
  }, [option]);
  return <div ref={place} className={className} role="img" aria-label={label} />;
}
