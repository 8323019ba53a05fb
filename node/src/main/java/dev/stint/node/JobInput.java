package dev.stint.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.proto.InputPart;
import java.io.IOException;
import java.util.function.LongConsumer;

/**
 * The standard input of one job as read on this node. It is asked for when somebody reads, from
 * where the last read ended; that position travels with the job's cells.
 */
final class JobInput {
  private static final byte[] NOTHING = new byte[0];

  private final LongConsumer request;
  private final boolean present;
  private final Object lock = new Object();

  @GuardedBy("lock")
  private long position;

  @GuardedBy("lock")
  private byte[] fetched = NOTHING;

  @GuardedBy("lock")
  private int readOfFetched;

  @GuardedBy("lock")
  private boolean ended;

  /** Why the rest will not come; empty while it may. */
  @GuardedBy("lock")
  private String lost = "";

  @GuardedBy("lock")
  private boolean asked;

  /**
   * Input from the start.
   *
   * @param present whether the job has any
   * @param request asks for input from an offset; may be lost
   */
  JobInput(boolean present, LongConsumer request) {
    this.present = present;
    this.request = request;
    this.ended = !present;
  }

  /**
   * Reads, waiting until there is some; -1 at the end.
   *
   * @throws IOException if the rest of the input is lost
   */
  int read(byte[] buffer, int offset, int length) throws IOException {
    synchronized (lock) {
      boolean interrupted = false;
      while (readOfFetched == fetched.length && !ended && lost.isEmpty()) {
        if (!asked) {
          asked = true;
          request.accept(position);
        }
        try {
          lock.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (readOfFetched == fetched.length) {
        if (!ended) {
          throw new IOException(lost);
        }
        return -1;
      }
      int count = Math.min(length, fetched.length - readOfFetched);
      System.arraycopy(fetched, readOfFetched, buffer, offset, count);
      readOfFetched += count;
      position += count;
      return count;
    }
  }

  /** Input has come. One that is not for the present position is ignored. */
  void arrived(InputPart part) {
    synchronized (lock) {
      if (!asked || part.getOffset() != position) {
        return;
      }
      fetched = part.getData().toByteArray();
      readOfFetched = 0;
      ended = part.getEnd();
      lost = part.getLost();
      asked = false;
      lock.notifyAll();
    }
  }

  /** A new session: a request under way may have been lost. */
  void askAgain() {
    synchronized (lock) {
      if (asked) {
        request.accept(position);
      }
    }
  }

  /** Bytes read so far, on all nodes. */
  long position() {
    synchronized (lock) {
      return position;
    }
  }

  /** A cell has come here from where this much had been read. */
  void atLeast(long elsewhere) {
    synchronized (lock) {
      if (present && elsewhere > position) {
        position = elsewhere;
        fetched = NOTHING;
        readOfFetched = 0;
        ended = false;
        lost = "";
        asked = false;
        lock.notifyAll();
      }
    }
  }

  /** The job is over here: whoever reads finds the end. */
  void close() {
    synchronized (lock) {
      ended = true;
      fetched = NOTHING;
      readOfFetched = 0;
      lock.notifyAll();
    }
  }
}
