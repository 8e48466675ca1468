import { existsSync } from 'node:fs';
import { runStep } from '../start/run-step.mjs';

const APT_GET = '/usr/bin/apt-get';
const FLAGS = ['install', '--yes', '--quiet', '--no-install-recommends'];

/** Only root on a Debian can, and nobody else is asked for a password in the middle of a test run. */
export function canInstall() {
  return process.getuid?.() === 0 && existsSync(APT_GET);
}

/** Installs these Debian packages. */
export async function installFromDebian(packages) {
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  await runStep('Updating the package lists', APT_GET, ['update', '--quiet']);
  await runStep(`Installing ${packages.join(', ')}`, APT_GET, [...FLAGS, ...packages]);
}
