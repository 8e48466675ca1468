const lookMs = 300;

/**
 * npm runs us by a shell, and passes SIGTERM to that shell, which ends without telling us. Its end is our signal: a
 * service manager that stops npm means the hotline.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, lookMs);
  timer.unref();
}
