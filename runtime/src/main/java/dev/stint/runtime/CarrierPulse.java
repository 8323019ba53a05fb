package dev.stint.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Tells a carrier that computes from one that waits for something outside, by its thread's state
 * and processor time from tick to tick. Only the monitor's thread uses it.
 */
final class CarrierPulse {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private long seenCpu;
  private int ticksWaiting;
  private int ticksWithoutCpu;

  /** A tick in which the carrier had the same tasklet as in the last one. */
  void tick(Thread carrier) {
    long cpu = THREADS.getThreadCpuTime(carrier.threadId());
    ticksWaiting = carrier.getState() == Thread.State.RUNNABLE ? 0 : ticksWaiting + 1;
    ticksWithoutCpu = cpu > seenCpu ? 0 : ticksWithoutCpu + 1;
    seenCpu = cpu;
  }

  /** Another tasklet has got its turn. */
  void reset() {
    ticksWaiting = 0;
    ticksWithoutCpu = 0;
  }

  /** Ticks in a row at which its thread waited: for a monitor, a lock, a sleep. */
  int ticksWaiting() {
    return ticksWaiting;
  }

  /**
   * Ticks in a row without processor time: in a call of the operating system, or because others
   * have all processors.
   */
  int ticksWithoutCpu() {
    return ticksWithoutCpu;
  }
}
