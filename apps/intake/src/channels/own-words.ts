/** Lines from which on a mail is no longer the sender's own: an earlier mail, or what their program adds. */
const ends: readonly RegExp[] = [
  // QQ, Foxmail, NetEase: ------------------ 原始邮件 ------------------
  /^[-－—_=\s]*(原始邮件|邮件原件|转发的邮件|转发邮件信息|转发邮件|回复的原邮件|original message|forwarded message)[-－—_=\s]*$/i,
  // Outlook's head of an earlier mail
  /^[*\s]*(发件人|寄件者|from)\s*[:：].*[@＠]/i,
  // 在 2026年3月1日，某某写道： At … wrote: On … wrote:
  /^.{0,200}[<＜(（]?\S+@\S+[>＞)）]?.{0,40}(写道|wrote|寫道)\s*[:：]\s*$/i,
  /^(在|于|on|at)\s.{4,200}(写道|wrote|寫道)\s*[:：]\s*$/i,
  /^\d{4}年\d{1,2}月\d{1,2}日.{0,100}写道\s*[:：]\s*$/,
  // The mark of a signature (RFC 3676), and what telephones sign with
  /^-- ?$/,
  /^(发自|來自|来自)\s*(我的|于|網易|网易|QQ|华为|小米|iPhone|iPad|Outlook|Foxmail)/i,
  /^(sent from|get outlook for)\s/i,
];

const isQuoted = (line: string): boolean => /^\s*[>＞|]/.test(line);
const isEnd = (line: string): boolean => ends.some((end) => end.test(line.trim()) || end.test(line));

/** What somebody wrote in a mail themselves. Where everything is quoted, that is what they want to say: nothing is lost. */
export function ownWords(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .split('\n');
  const end = lines.findIndex(isEnd);
  const own = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !isQuoted(line));
  return tidy(own) || tidy(lines);
}

const tidy = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
