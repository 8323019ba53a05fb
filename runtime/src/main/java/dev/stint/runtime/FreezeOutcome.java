package dev.stint.runtime;

/** What came of asking a cell to become plain data. */
public sealed interface FreezeOutcome {

  /**
   * The cell is data now and stays frozen here until {@link JobRuntime#discard} (it lives
   * elsewhere) or {@link JobRuntime#resumeLocally}.
   *
   * @param image the bytes for {@link JobRuntime#thaw}
   * @param cpuNanos processor time that the tasklet has used in its life
   * @param ended whether only a result and channels are left of it
   */
  record Frozen(CellId cell, byte[] image, long cpuNanos, boolean ended) implements FreezeOutcome {}

  /**
   * Something that the tasklet holds cannot be serialized. It has gone on running here.
   *
   * @param path the locals and fields that lead to the culprit, for example {@code main.in.socket}
   * @param why what was found there and what to use instead
   */
  record Anchored(CellId cell, String path, String why) implements FreezeOutcome {}

  /**
   * The tasklet cannot be unwound now; it runs on, and the request is withdrawn.
   *
   * @param site what holds it
   */
  record Pinned(CellId cell, PinnedSite site) implements FreezeOutcome {}

  /** There is no such cell here: it was never here, has left, or its result has been let go. */
  record Absent(CellId cell) implements FreezeOutcome {}
}
