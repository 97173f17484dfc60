const LOOK_EVERY_MS = 500;

/**
 * Calls `ended` once when the npm that started us is gone. A signal sent to npm alone reaches only the shell between
 * npm and us, which dies of it and tells nobody.
 */
export function whenNpmEnds(ended) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    ended();
  }, LOOK_EVERY_MS);
  timer.unref();
}
