import type { ThemeConfig } from 'antd';

const fonts = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';

/** Calm and dense for a day's work at a desk; larger targets for a finger. */
export const themeFor = (isPhone: boolean): ThemeConfig => ({
  token: {
    colorPrimary: '#1d5fa7',
    colorInfo: '#1d5fa7',
    colorLink: '#1d5fa7',
    colorBgLayout: '#eef1f5',
    colorTextBase: '#1f2733',
    borderRadius: 4,
    fontSize: 14,
    fontFamily: fonts,
    controlHeight: isPhone ? 38 : 30,
    padding: 12,
    paddingLG: 16,
    margin: 12,
    marginLG: 16,
    motion: false,
  },
  components: {
    Card: { headerHeight: 40, headerHeightSM: 36, bodyPadding: 12, headerPadding: 12 },
    Descriptions: { itemPaddingBottom: 4, labelColor: '#5b6675' },
    Form: { itemMarginBottom: 12, verticalLabelPadding: '0 0 2px' },
    Layout: { headerHeight: 48, headerPadding: '0 16px', headerBg: '#ffffff', siderBg: '#16324f' },
    Menu: { darkItemBg: '#16324f', darkSubMenuItemBg: '#16324f', itemHeight: 38 },
    Table: { cellPaddingBlock: 6, cellPaddingInline: 8, headerBg: '#f3f6fa' },
    Tabs: { horizontalMargin: '0 0 8px' },
  },
});
