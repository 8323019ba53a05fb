package dev.stint.runtime;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a cell numbers: the operations of its tasklet, its channels, its output. The numbers go on
 * where they were after a move.
 */
final class CellCounts {
  private final CellId cell;
  private final JobHost host;
  private @Nullable ByteArrayOutputStream pending;
  private boolean pendingError;
  private long ops;
  private int channels;
  private long outputs;
  private volatile int freezes;
  private int safepoints;
  private long lineage = 1;
  private int children;
  private int effects;

  private static final int FLUSH_AT = 8192;

  CellCounts(CellId cell, JobHost host) {
    this.cell = cell;
    this.host = host;
  }

  /** Goes on where an image says. */
  synchronized void restore(long newOps, int newChannels, long newOutputs, int newFreezes) {
    ops = newOps;
    channels = newChannels;
    outputs = newOutputs;
    freezes = newFreezes;
  }

  /** Goes on where an image says. */
  synchronized void restore(long newLineage, int newChildren, int newEffects) {
    lineage = newLineage;
    children = newChildren;
    effects = newEffects;
  }

  /**
   * Is the next child of a tasklet: what number the cell has, depends on how the job ran; which
   * child of which child of the root it is, on the program alone.
   */
  void descendFrom(CellCounts parent) {
    synchronized (parent) {
      lineage = new SplittableRandom(parent.lineage + ++parent.children).nextLong();
    }
  }

  /** Names the tasklet and its next effect, as it will when the job is done again. */
  synchronized String nextEffect() {
    return Long.toHexString(lineage) + "-" + ++effects;
  }

  synchronized long lineage() {
    return lineage;
  }

  synchronized int children() {
    return children;
  }

  synchronized int effects() {
    return effects;
  }

  synchronized long nextOp() {
    return ++ops;
  }

  synchronized long ops() {
    return ops;
  }

  synchronized int nextChannel() {
    return channels++;
  }

  synchronized int channels() {
    return channels;
  }

  synchronized long outputs() {
    return outputs;
  }

  int freezes() {
    return freezes;
  }

  synchronized void countFreeze() {
    freezes++;
  }

  /** Counts safepoints; every {@code n}-th call returns true. */
  boolean isDue(int n) {
    if (++safepoints < n) {
      return false;
    }
    safepoints = 0;
    return true;
  }

  /** Takes output; it leaves at the latest at {@link #flush}, and each line as it ends. */
  synchronized void write(boolean error, byte[] bytes, int offset, int length) {
    if (error != pendingError) {
      flush();
      pendingError = error;
    }
    ByteArrayOutputStream written = pending;
    if (written == null) {
      written = new ByteArrayOutputStream();
      pending = written;
    }
    written.write(bytes, offset, length);
    boolean lineEnds = length > 0 && bytes[offset + length - 1] == '\n';
    if (lineEnds || written.size() >= FLUSH_AT) {
      flush();
    }
  }

  /** Hands on what has been written. */
  synchronized void flush() {
    ByteArrayOutputStream written = pending;
    if (written != null && written.size() > 0) {
      byte[] bytes = written.toByteArray();
      written.reset();
      host.output(new OutputChunk(cell, outputs++, pendingError, bytes));
    }
  }
}
