import { Segmented } from 'antd';
import type { ComponentType } from 'react';
import { useKept } from './use-kept';

interface View {
  readonly value: string;
  readonly label: string;
  readonly View: ComponentType;
}

interface PageOfViewsProps {
  /** By what it is remembered which view was looked at last. */
  readonly name: string;
  readonly views: readonly [View, ...View[]];
}

/** A screen of several views, of which one is shown. */
export function PageOfViews({ name, views }: PageOfViewsProps) {
  const [shown, show] = useKept(name, views[0].value);
  const { View } = views.find(({ value }) => value === shown) ?? views[0];
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented options={views.map(({ value, label }) => ({ value, label }))} value={shown} onChange={show} />
      </div>
      <View />
    </div>
  );
}
