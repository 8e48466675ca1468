import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What the tests need of the machine, by Debian package: one of the programs, or what the condition looks at. */
const NEEDED = {
  'redis-server': () => process.env.TEST_REDIS_URL || onPath('redis-server') || onPath('valkey-server'),
  chromium: () => ['chromium', 'chromium-browser', 'google-chrome'].some(onPath),
  // Without Chinese glyphs the pages render as boxes, and their widths are not those people see.
  'fonts-noto-cjk': () => hasChineseFont(),
};

/** The Debian packages of what is missing on this machine. */
export function missingPrograms() {
  return Object.keys(NEEDED).filter((name) => !NEEDED[name]());
}

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((place) => existsSync(join(place, program)));
}

function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return existsSync('/usr/share/fonts/opentype/noto') || Boolean(listed.stdout?.trim());
}
