/** How much longer than usual to wait, at most, while nothing answers. */
const MAX_SLOWDOWN = 16;

/** Stops watching. Nothing is called after it, but what was under way comes to its end. */
export type Unwatch = () => void;

/**
 * Runs something again and again until it is stopped. Failures are told and tried again, after twice the time each.
 * @param run What to do; it is told by `isStopped` when its findings are no longer wanted.
 * @param interval Milliseconds between two runs.
 */
export function poll(
  run: (isStopped: () => boolean) => Promise<void>,
  interval: number,
  onError: ((error: unknown) => void) | undefined,
): Unwatch {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let slowdown = 1;
  const again = async () => {
    try {
      await run(() => stopped);
      slowdown = 1;
    } catch (error) {
      if (!stopped) onError?.(error);
      slowdown = Math.min(2 * slowdown, MAX_SLOWDOWN);
    }
    if (!stopped) timer = setTimeout(() => void again(), interval * slowdown);
  };
  void again();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
