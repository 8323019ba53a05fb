package dev.stint.coordinator;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.google.protobuf.ByteString;
import dev.stint.cluster.JobId;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.InputChunk;
import dev.stint.proto.InputPart;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What clients type for their jobs, until a node has taken it. A node asks from an offset, which
 * also says that everything before it has arrived. In memory only: input that no node has taken is
 * lost with the coordinator, and the job that reads it is told so. Thread-safe.
 */
final class InputRelay {
  /**
   * Most bytes of a job that wait, but for a chunk; beyond this the client waits too, and one that
   * does not is refused.
   */
  static final int MAX_WAITING = 1 << 20;

  /** How long a client may be away; longer than it tries to come back. */
  static final Duration ABSENCE = Duration.ofMinutes(2);

  private static final int MAX_PART = 64 * 1024;

  private static final class Input {
    ByteString bytes = ByteString.EMPTY;
    long start;
    boolean ended;
    String lost = "";
    @Nullable NodeLink asking;
    long askedFrom;
    @Nullable InputFeeder feeder;

    /** Since when a client that was there before is away; null while none is missed. */
    @Nullable Long awaySince;

    boolean waitsForRoom;

    Input(long start) {
      this.start = start;
    }

    long end() {
      return start + bytes.size();
    }
  }

  private final Clock clock;

  @GuardedBy("this")
  private final Map<JobId, Input> inputs = new HashMap<>();

  InputRelay(Clock clock) {
    this.clock = clock;
  }

  /** The client typed something, perhaps not for the first time. */
  void add(JobId job, InputChunk chunk, InputFeeder feeder) {
    long received;
    boolean full;
    synchronized (this) {
      Input input = inputs.computeIfAbsent(job, _ -> new Input(chunk.getOffset()));
      refuseTooMuch(input, chunk);
      input.feeder = feeder;
      input.awaySince = null;
      take(input, chunk);
      answer(job, input);
      input.waitsForRoom = input.bytes.size() >= MAX_WAITING && !input.ended;
      full = input.waitsForRoom;
      received = input.end();
    }
    // Room that a node makes meanwhile is told before or after this; the client minds only room.
    if (full) {
      feeder.full(received);
    } else {
      feeder.received(received);
    }
  }

  private static void refuseTooMuch(Input input, InputChunk chunk) {
    boolean isNew = chunk.getOffset() + chunk.getData().size() > input.end();
    if (isNew && input.bytes.size() >= MAX_WAITING) {
      throw new RequestException(
          RequestException.Category.EXHAUSTED,
          "too much of the standard input waits to be read; send on when there is room");
    }
  }

  private static void take(Input input, InputChunk chunk) {
    long known = input.end() - chunk.getOffset();
    if (known < 0) {
      input.lost = "a part of the standard input was lost with the coordinator";
    } else if (input.lost.isEmpty()) {
      ByteString data = chunk.getData();
      input.bytes = input.bytes.concat(data.substring((int) Math.min(known, data.size())));
      input.ended |= chunk.getEnd();
    }
  }

  /** The client is away; it may come back. */
  synchronized void away(JobId job, InputFeeder feeder) {
    Input input = inputs.get(job);
    if (input != null && input.feeder == feeder) {
      input.feeder = null;
      input.awaySince = clock.nanos();
    }
  }

  /** A node wants what comes from an offset. */
  void ask(JobId job, long offset, NodeLink link) {
    InputFeeder waiting = null;
    long received;
    synchronized (this) {
      Input input = inputs.computeIfAbsent(job, _ -> begunElsewhere(offset));
      if (offset < input.start) {
        link.send(lost(job, offset, "a part of the standard input was lost on its way"));
        return;
      }
      int taken = (int) Math.min(offset - input.start, input.bytes.size());
      input.bytes = input.bytes.substring(taken);
      input.start += taken;
      input.asking = link;
      input.askedFrom = offset;
      answer(job, input);
      received = input.end();
      if (input.waitsForRoom && input.bytes.size() < MAX_WAITING) {
        input.waitsForRoom = false;
        waiting = input.feeder;
      }
    }
    if (waiting != null) {
      waiting.received(received);
    }
  }

  /** An input that a coordinator before this one has begun with has a client that is missed. */
  private Input begunElsewhere(long offset) {
    Input input = new Input(offset);
    input.awaySince = offset > 0 ? clock.nanos() : null;
    return input;
  }

  /** Looks who has been away for too long. */
  synchronized void look() {
    inputs.forEach((job, input) -> {
      Long since = input.awaySince;
      if (since != null && !input.ended && clock.nanos() - since > ABSENCE.toNanos()) {
        input.awaySince = null;
        input.lost =
            "the standard input broke off: its client has been away for "
                + ABSENCE.toMinutes()
                + " minutes";
        answer(job, input);
      }
    });
  }

  private static void answer(JobId job, Input input) {
    NodeLink link = input.asking;
    int from = Math.clamp(input.askedFrom - input.start, 0, input.bytes.size());
    ByteString data = input.bytes.substring(from, Math.min(input.bytes.size(), from + MAX_PART));
    boolean last = from + data.size() == input.bytes.size();
    boolean over = last && (input.ended || !input.lost.isEmpty());
    if (link == null || (data.isEmpty() && !over)) {
      return;
    }
    input.asking = null;
    InputPart.Builder part =
        InputPart.newBuilder()
            .setJobId(job.value())
            .setOffset(input.start + from)
            .setData(data)
            .setEnd(over && input.ended)
            .setLost(over && !input.ended ? input.lost : "");
    link.send(CoordinatorMessage.newBuilder().setInput(part).build());
  }

  private static CoordinatorMessage lost(JobId job, long offset, String why) {
    InputPart part =
        InputPart.newBuilder().setJobId(job.value()).setOffset(offset).setLost(why).build();
    return CoordinatorMessage.newBuilder().setInput(part).build();
  }

  /** The job has ended. */
  void forget(JobId job) {
    Input input;
    synchronized (this) {
      input = inputs.remove(job);
    }
    InputFeeder feeder = input == null ? null : input.feeder;
    if (feeder != null) {
      feeder.over();
    }
  }
}
