package dev.stint.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.google.protobuf.ByteString;
import dev.stint.cluster.CellId;
import dev.stint.proto.NodeMessage;
import dev.stint.proto.OutputPart;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * One job's output on its way to the coordinator: in the order written, kept until acknowledged,
 * sent again with each new session and when it is overdue. Positions count per tasklet over its
 * whole life.
 *
 * <p>A writer waits while more than {@link #MAX_HELD} bytes are not acknowledged. {@link
 * #whenShipped} holds back what may only leave the node after all output written before it: so the
 * coordinator has a tasklet's output before anybody can know what the tasklet did next.
 */
final class OutputShipper {
  /** Most bytes of a job that may wait for acknowledgement. */
  static final int MAX_HELD = 8 * 1024 * 1024;

  /**
   * Most bytes of messages that are under way and not acknowledged; about that, by a message. So
   * the jobs of a node that has been without its coordinator do not all say everything at once.
   */
  static final int MAX_UNDER_WAY = 512 * 1024;

  private static final int MAX_PART = 64 * 1024;

  /** Most parts that are sent again at once because they are overdue. */
  private static final int MAX_REDRIVEN = 32;

  private final String jobId;
  private final Loop loop;
  private final CoordinatorGateway coordinator;
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Deque<Written> written = new ArrayDeque<>();

  @GuardedBy("lock")
  private int held;

  @GuardedBy("lock")
  private boolean flushing;

  @GuardedBy("lock")
  private boolean closed;

  // Below: owned by the loop.
  private final Map<CellId, Long> next = new HashMap<>();
  private final Deque<Shipped> unacknowledged = new ArrayDeque<>();
  private final Deque<Held> waiting = new ArrayDeque<>();
  private long shipped;

  /** The last part that was sent in this session. */
  private long sent;

  /** Bytes of messages up to {@link #sent} that are not acknowledged. */
  private long underWay;

  private long sentAtLastRedrive;

  OutputShipper(String jobId, Loop loop, CoordinatorGateway coordinator) {
    this.jobId = jobId;
    this.loop = loop;
    this.coordinator = coordinator;
  }

  /** Takes what a tasklet wrote; waits while too much is held. From the tasklet's carrier. */
  void write(CellId cell, boolean error, byte[] bytes) {
    synchronized (lock) {
      for (int at = 0; at < bytes.length; at += MAX_PART) {
        awaitRoom();
        if (closed) {
          return;
        }
        byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + MAX_PART));
        held += piece.length;
        written.add(new Written(cell, error, piece));
        if (!flushing) {
          flushing = true;
          loop.execute(this::flush);
        }
      }
    }
  }

  /** Where the next byte of a tasklet goes. On the loop. */
  long offset(CellId cell) {
    flush();
    return next.getOrDefault(cell, 0L);
  }

  /** A tasklet has come here that has written this much before. On the loop. */
  void begin(CellId cell, long offset) {
    next.put(cell, offset);
  }

  /** The tasklet is not here any more. On the loop. */
  void forget(CellId cell) {
    next.remove(cell);
  }

  /** Runs something once all that was written so far is acknowledged. On the loop. */
  void whenShipped(Runnable action) {
    flush();
    if (unacknowledged.isEmpty()) {
      action.run();
    } else {
      waiting.add(new Held(shipped, action));
    }
  }

  /** The coordinator keeps a tasklet's output below an offset. On the loop. */
  void acknowledged(CellId cell, long below) {
    int freed = 0;
    Iterator<Shipped> parts = unacknowledged.iterator();
    while (parts.hasNext()) {
      Shipped part = parts.next();
      if (part.cell.equals(cell) && part.end() <= below) {
        parts.remove();
        freed += part.message.getOutput().getData().size();
        underWay -= part.number <= sent ? part.message.getSerializedSize() : 0;
      }
    }
    release(freed);
    send();
    long done = unacknowledged.isEmpty() ? shipped : unacknowledged.getFirst().number - 1;
    List<Runnable> due = new ArrayList<>();
    while (!waiting.isEmpty() && waiting.getFirst().after <= done) {
      due.add(waiting.removeFirst().action);
    }
    due.forEach(Runnable::run);
  }

  /** A new session: what the last one may have lost goes again. On the loop. */
  void resend() {
    sent = unacknowledged.isEmpty() ? shipped : unacknowledged.getFirst().number - 1;
    underWay = 0;
    send();
  }

  /** Sends what has not been sent in this session, as far as there is room. */
  private void send() {
    if (sent == shipped) {
      return;
    }
    for (Shipped part : unacknowledged) {
      if (underWay >= MAX_UNDER_WAY) {
        return;
      }
      if (part.number > sent) {
        send(part);
      }
    }
  }

  private void send(Shipped part) {
    sent = part.number;
    underWay += part.message.getSerializedSize();
    coordinator.tell(part.message);
  }

  /** Sends again what was not acknowledged since the last call, the first of it. On the loop. */
  void redrive() {
    unacknowledged.stream()
        .takeWhile(part -> part.number <= sentAtLastRedrive)
        .limit(MAX_REDRIVEN)
        .forEach(part -> coordinator.tell(part.message));
    sentAtLastRedrive = sent;
  }

  /** Whether everything written so far is acknowledged. On the loop. */
  boolean isShipped() {
    flush();
    return unacknowledged.isEmpty();
  }

  /** The job is over: nothing is taken any more, and nobody waits. */
  void close() {
    synchronized (lock) {
      closed = true;
      written.clear();
      lock.notifyAll();
    }
    unacknowledged.clear();
    waiting.clear();
  }

  @GuardedBy("lock")
  private void awaitRoom() {
    boolean interrupted = false;
    while (held >= MAX_HELD && !closed) {
      try {
        lock.wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void release(int bytes) {
    synchronized (lock) {
      held -= bytes;
      lock.notifyAll();
    }
  }

  private void flush() {
    List<Written> all;
    synchronized (lock) {
      flushing = false;
      all = new ArrayList<>(written);
      written.clear();
    }
    int from = 0;
    while (from < all.size()) {
      int to = endOfRun(all, from);
      ship(all.subList(from, to));
      from = to;
    }
  }

  /** Neighbours of one tasklet and stream go together, up to a part's size. */
  private static int endOfRun(List<Written> all, int from) {
    Written first = all.get(from);
    int size = first.bytes.length;
    int to = from + 1;
    while (to < all.size() && all.get(to).continues(first)) {
      size += all.get(to).bytes.length;
      if (size > MAX_PART) {
        break;
      }
      to++;
    }
    return to;
  }

  private void ship(List<Written> run) {
    Written first = run.getFirst();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    run.forEach(piece -> data.writeBytes(piece.bytes));
    byte[] bytes = data.toByteArray();
    for (int at = 0; at < bytes.length; at += MAX_PART) {
      ship(first, ByteString.copyFrom(bytes, at, Math.min(MAX_PART, bytes.length - at)));
    }
  }

  private void ship(Written source, ByteString bytes) {
    long offset = next.getOrDefault(source.cell, 0L);
    next.put(source.cell, offset + bytes.size());
    NodeMessage message =
        NodeMessage.newBuilder()
            .setOutput(
                OutputPart.newBuilder()
                    .setJobId(jobId)
                    .setCell(source.cell.number())
                    .setOffset(offset)
                    .setErrorStream(source.error)
                    .setData(bytes))
            .build();
    boolean allSent = sent == shipped;
    Shipped part = new Shipped(++shipped, source.cell, message);
    unacknowledged.add(part);
    if (allSent && underWay < MAX_UNDER_WAY) {
      send(part);
    }
  }

  /** What a tasklet wrote at once. */
  private record Written(CellId cell, boolean error, byte[] bytes) {
    boolean continues(Written other) {
      return cell.equals(other.cell) && error == other.error;
    }
  }

  /** A part under way. */
  private record Shipped(long number, CellId cell, NodeMessage message) {
    long end() {
      return message.getOutput().getOffset() + message.getOutput().getData().size();
    }
  }

  /** What waits until a part and all before it are acknowledged. */
  private record Held(long after, Runnable action) {}
}
