package dev.stint.runtime;

import dev.stint.Channel;
import dev.stint.abi.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell as plain data: what an image is made of. One graph, so that what frames and statics share
 * stays shared.
 *
 * @param top the innermost frame, which leads to the others; null once the tasklet has ended
 * @param toThrow what the tasklet was asked to throw and has not thrown
 * @param throwers the last request to throw from each tasklet on another node
 * @param statics of the root tasklet: the job's static fields; otherwise empty
 * @param environment of the root tasklet: what the program has changed of its environment
 * @param nanoTime the job's clock when it was frozen, so that it never goes back
 */
record SavedCell(
    Counts counts,
    @Nullable Frame top,
    @Nullable SavedWait waiting,
    List<TaskletLocals.Saved> locals,
    List<SavedChannel> channels,
    List<OpKey> joiners,
    List<CellScopes.Saved> scopes,
    @Nullable SavedParcel toThrow,
    List<OpKey> throwers,
    @Nullable SavedEnd end,
    List<Statics.ClassState> statics,
    JobEnvironment.@Nullable Changes environment,
    long nanoTime,
    long currentTimeMillis) {

  /**
   * The numbers of a cell and its tasklet.
   *
   * @param threadName what the program has named its thread, or null
   * @param scope the number of its parent's scope that it was forked in, or 0
   */
  record Counts(
      long ops,
      int channels,
      long outputs,
      int freezes,
      long cpuNanos,
      boolean wasCancelled,
      boolean cancelPending,
      boolean interrupted,
      @Nullable String threadName,
      int scope,
      Run run) {}

  /**
   * How it runs.
   *
   * @param requests those of {@link Requests} that stay: paused, unstarted, trapped
   * @param atomicSections how many it is in
   * @param lineage which child of which child of the root it is
   * @param children how many it has spawned
   * @param effects how many effects it has had named
   */
  record Run(int requests, int atomicSections, long lineage, int children, int effects) {}

  /** A message or result, as an image of its own. */
  record SavedParcel(byte[] image, boolean thrown) {}

  /** A channel at home in the cell. */
  record SavedChannel(
      int number,
      int capacity,
      boolean closed,
      Channel.Preference preference,
      List<SavedParcel> buffer,
      List<SavedTurn> senders,
      List<SavedTurn> receivers,
      List<SavedTurn> watchers,
      List<SavedAnswer> kept) {}

  /** A turn that waits. */
  record SavedTurn(OpKey key, ChannelOp op, @Nullable SavedParcel message) {}

  /** An answer that its asker may not have got. */
  record SavedAnswer(OpKey key, Kind kind, int count, @Nullable SavedParcel message) {
    enum Kind {
      DONE,
      RECEIVED,
      CLOSED,
      NOTHING,
      COUNT
    }
  }

  /** How the tasklet ended; no result means cancelled. */
  record SavedEnd(@Nullable SavedParcel result) {}

  /** What the tasklet waits for; times are what was left of them, in nanoseconds. */
  sealed interface SavedWait {
    record Timer(long left) implements SavedWait {}

    record Turn(
        ChannelId channel, OpKey op, ChannelOp kind, @Nullable SavedParcel message, long left)
        implements SavedWait {}

    record Join(CellId cell, OpKey op, boolean takesResult, long left) implements SavedWait {}

    record AnyOf(List<Turn> watches, long left) implements SavedWait {}

    record Move(String node) implements SavedWait {}

    /** It has come, and the tasklet has not gone on yet. */
    record Came(@Nullable Object value, @Nullable Throwable thrown) implements SavedWait {}
  }
}
