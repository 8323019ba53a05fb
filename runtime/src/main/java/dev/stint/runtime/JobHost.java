package dev.stint.runtime;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What a job on this node needs from beyond it. Methods are called by carriers and must not wait
 * for other nodes, unless they say so; they may be called by many threads at once.
 */
public interface JobHost {

  /** What the job is called in the whole cluster; the same if it is started again. */
  String jobId();

  /** The name of this node. */
  String nodeName();

  /** A cell number that nobody else in the cluster uses; taken from a granted range. */
  CellId newCell();

  /** A tasklet was spawned here in a cell from {@link #newCell}, by {@code parent}. */
  void spawned(CellId parent, CellId child);

  /**
   * A tasklet ended. Its cell stays, with result and channels, until {@link #released} or the job
   * is closed.
   */
  void ended(CellId cell, CellOutcome outcome);

  /**
   * An ended tasklet's cell has been let go: nobody can ask for its result any more. Never called
   * for a cell that is not from {@link #newCell} of this host, or that has been elsewhere.
   */
  void released(CellId cell);

  /**
   * The job is over: its root ended, or something called {@code System.exit}; threads and shutdown
   * hooks of the job have ended too. Called at most once, on the node where that happened.
   */
  void jobEnded(CellOutcome outcome);

  /** Output, in order for each cell. */
  void output(OutputChunk chunk);

  /** How far the job says it is. */
  void progress(long done, long total, String what);

  /**
   * Takes a message to a cell that is not in this runtime, to be handed to {@link
   * JobRuntime#deliver} there. It may arrive twice or late, and may be lost if either side moves:
   * then {@link JobRuntime#peerMoved} or the thawing of the sender repeats it.
   */
  void send(CellId from, CellId to, byte[] message);

  /** Whether a tasklet may ask to be moved to this node now. */
  boolean takesTasklets(String node);

  /**
   * The tasklet asked to be moved and is parked until it has been thawed there, or until {@link
   * JobRuntime#moveRefused}.
   */
  void moveRequested(CellId cell, String node);

  /** The name of the node that a cell is on, as far as known here; a hint. */
  String nodeOf(CellId cell);

  /**
   * The local path of a file shipped with the job; may wait until it has been fetched.
   *
   * @throws java.io.FileNotFoundException if the job has no such file, saying what to do
   */
  Path file(String name) throws IOException;

  /** The maps that the cluster shares. */
  MapPort maps();

  /**
   * Reads the job's standard input; waits until there is some.
   *
   * @return how many bytes were read, or -1 at its end
   */
  int readInput(byte[] buffer, int offset, int length) throws IOException;
}
