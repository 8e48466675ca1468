const minuteMs = 60_000;

/** A length of time in the two units that matter: 2天3小时, 3小时20分, 15分. */
export function span(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / minuteMs);
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60), minutes % 60];
  if (days > 0) return hours > 0 ? `${days}天${hours}小时` : `${days}天`;
  if (hours > 0) return rest > 0 ? `${hours}小时${rest}分` : `${hours}小时`;
  return minutes > 0 ? `${minutes}分` : '不足1分钟';
}
