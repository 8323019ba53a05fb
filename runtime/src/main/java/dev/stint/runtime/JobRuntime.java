package dev.stint.runtime;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One job on this node: its cells, class loaders and environment. Got from {@link
 * TaskletEngine#open}. All methods may be called by any thread and return at once.
 */
public interface JobRuntime extends AutoCloseable {

  /** The class loader that the job's objects are decoded in. */
  ClassLoader loader();

  /**
   * Starts a main class as the root tasklet.
   *
   * @throws IllegalArgumentException if there is no such class, or no main method in it; the
   *     message is meant for the user
   */
  void startMain(CellId cell, String mainClass, List<String> arguments);

  /**
   * Starts a body as the root tasklet.
   *
   * @param body a {@code Tasklet.Body} as an image
   */
  void startBody(CellId cell, byte[] body);

  /**
   * Makes a cell that was frozen elsewhere (or here) run here.
   *
   * @return its id
   * @throws dev.stint.image.ImageMismatchException if the image is of another bundle or version
   */
  CellId thaw(byte[] image);

  /**
   * Asks that a cell become plain data: at once if it is parked or ready, otherwise at its next
   * safepoint where it can be unwound. A tasklet that is pinned is waited for some hundred time
   * slices; one that blocks below a frame that cannot be unwound is answered at once.
   */
  CompletionStage<FreezeOutcome> freeze(CellId cell);

  /** The frozen cell lives elsewhere now: forgets it here. */
  void discard(CellId cell);

  /** The frozen cell goes on here after all. */
  void resumeLocally(CellId cell);

  /**
   * Takes a message that another runtime of the job gave to {@link JobHost#send}. False: absent.
   */
  boolean deliver(CellId from, CellId to, byte[] message);

  /** A cell of this job is on another node than before: repeats what this node awaits from it. */
  void peerMoved(CellId cell);

  /** Answers {@link JobHost#moveRequested}: the tasklet gets an exception with this message. */
  void moveRefused(CellId cell, String why);

  /** Asks one tasklet to end. */
  void cancel(CellId cell);

  /** Asks the root to end and all the job's tasklets here with it. */
  void cancelAll();

  /** Lets go of an ended cell's result and channels. */
  void release(CellId cell);

  /** The cells here, ended ones included as long as somebody may ask for their result. */
  List<TaskletView> tasklets();

  /** Processor time of all the job's tasklets here so far, in nanoseconds; ended ones included. */
  long cpuNanos();

  /** The stack of a tasklet that is parked, ready or frozen; empty while it is on a carrier. */
  Optional<StackView> stack(CellId cell);

  /** Where tasklets of this job could not be unwound, most frequent first. */
  List<PinnedSite> pinnedSites();

  /** What torture has done so far. */
  TortureReport torture();

  /** Ends everything of the job here at once, without notice to the host. */
  @Override
  void close();
}
