package dev.stint.coordinator;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.google.protobuf.ByteString;
import dev.stint.cluster.JobId;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.InputPart;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What clients type for their jobs, until a node has taken it. A node asks from an offset, which
 * also says that everything before it has arrived. In memory only: input that no node has taken is
 * lost with the coordinator. Thread-safe.
 */
final class InputRelay {
  /** Most bytes of a job that wait; beyond this the client waits too. */
  static final int MAX_WAITING = 1 << 20;

  private static final int MAX_PART = 64 * 1024;

  private static final class Input {
    ByteString bytes = ByteString.EMPTY;
    long start;
    boolean ended;
    @Nullable NodeLink asking;
    long askedFrom;
    @Nullable Runnable onRoom;
  }

  @GuardedBy("this")
  private final Map<JobId, Input> inputs = new HashMap<>();

  @GuardedBy("this")
  private Input of(JobId job) {
    return inputs.computeIfAbsent(job, _ -> new Input());
  }

  /** The client typed something. The action runs once there is room for more, maybe at once. */
  void add(JobId job, ByteString data, Runnable onRoom) {
    boolean room;
    synchronized (this) {
      Input input = of(job);
      input.bytes = input.bytes.concat(data);
      answer(job, input);
      room = input.bytes.size() < MAX_WAITING;
      input.onRoom = room ? null : onRoom;
    }
    if (room) {
      onRoom.run();
    }
  }

  /** The client types no more. */
  synchronized void end(JobId job) {
    Input input = of(job);
    input.ended = true;
    answer(job, input);
  }

  /** A node wants what comes from an offset. */
  void ask(JobId job, long offset, NodeLink link) {
    Runnable onRoom = null;
    synchronized (this) {
      Input input = of(job);
      int taken = Math.clamp(offset - input.start, 0, input.bytes.size());
      input.bytes = input.bytes.substring(taken);
      input.start += taken;
      input.asking = link;
      input.askedFrom = offset;
      answer(job, input);
      if (input.bytes.size() < MAX_WAITING) {
        onRoom = input.onRoom;
        input.onRoom = null;
      }
    }
    if (onRoom != null) {
      onRoom.run();
    }
  }

  @GuardedBy("this")
  private void answer(JobId job, Input input) {
    NodeLink link = input.asking;
    int from = Math.clamp(input.askedFrom - input.start, 0, input.bytes.size());
    ByteString data = input.bytes.substring(from, Math.min(input.bytes.size(), from + MAX_PART));
    boolean end = input.ended && from + data.size() == input.bytes.size();
    if (link == null || (data.isEmpty() && !end)) {
      return;
    }
    input.asking = null;
    link.send(
        CoordinatorMessage.newBuilder()
            .setInput(
                InputPart.newBuilder()
                    .setJobId(job.value())
                    .setOffset(input.start + from)
                    .setData(data)
                    .setEnd(end))
            .build());
  }

  /** The job has ended. */
  synchronized void forget(JobId job) {
    inputs.remove(job);
  }
}
