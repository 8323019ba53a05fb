package dev.stint.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Tells how much processor time a carrier's tasklets use. Reading the thread's CPU clock costs more
 * than a switch, so it is read at most about once a millisecond: a stretch at least that long is
 * charged by the CPU clock itself, and shorter ones by elapsed time, scaled by the share of
 * processor that the thread had in the last period.
 */
final class CpuMeter {
  private static final long PERIOD = 1_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private long periodStart;
  private long periodCpu;
  private long mountedInPeriod;
  private long mountedAt;
  private double share = 1;

  /** A stretch begins at this clock reading; only on the thread measured. */
  void mounted(long now) {
    mountedAt = now;
    if (now - periodStart >= PERIOD) {
      startPeriod(now);
    }
  }

  /** The CPU time since {@link #mounted} or the last call of this, in nanoseconds. */
  long charge(long now) {
    long elapsed = now - mountedAt;
    mountedAt = now;
    mountedInPeriod += elapsed;
    if (now - periodStart < PERIOD) {
      return (long) (elapsed * share);
    }
    long cpu = THREADS.getCurrentThreadCpuTime() - periodCpu;
    share = mountedInPeriod == 0 ? 1 : Math.clamp((double) cpu / mountedInPeriod, 0, 1);
    startPeriod(now);
    return (long) (elapsed * share);
  }

  private void startPeriod(long now) {
    periodStart = now;
    periodCpu = THREADS.getCurrentThreadCpuTime();
    mountedInPeriod = 0;
  }
}
