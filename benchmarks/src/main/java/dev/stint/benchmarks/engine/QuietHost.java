package dev.stint.benchmarks.engine;

import dev.stint.runtime.CellId;
import dev.stint.runtime.CellOutcome;
import dev.stint.runtime.JobHost;
import dev.stint.runtime.LocalMaps;
import dev.stint.runtime.MapPort;
import dev.stint.runtime.OutputChunk;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** The host of a job that is alone in this JVM. It says what the job prints, and how it ends. */
final class QuietHost implements JobHost {
  private final MapPort maps = new LocalMaps();
  private static final String NODE = "local";

  private final AtomicLong cells = new AtomicLong(1);

  /** The number that the next cell will have. */
  long nextCell() {
    return cells.get();
  }

  @Override
  public String jobId() {
    return "benchmark";
  }

  @Override
  public String nodeName() {
    return NODE;
  }

  @Override
  public CellId newCell() {
    return new CellId(cells.getAndIncrement());
  }

  @Override
  public void spawned(CellId parent, CellId child) {}

  @Override
  public void ended(CellId cell, CellOutcome outcome) {}

  @Override
  public void released(CellId cell) {}

  @Override
  public void jobEnded(CellOutcome outcome) {
    System.err.println("the measured job has ended: " + outcome);
  }

  @Override
  public void output(OutputChunk chunk) {
    System.err.write(chunk.bytes(), 0, chunk.bytes().length);
  }

  @Override
  public void progress(long done, long total, String what) {}

  @Override
  public void send(CellId from, CellId to, byte[] message) {}

  @Override
  public boolean takesTasklets(String node) {
    return false;
  }

  @Override
  public void moveRequested(CellId cell, String node) {}

  @Override
  public String nodeOf(CellId cell) {
    return NODE;
  }

  @Override
  public Path file(String name) throws IOException {
    throw new FileNotFoundException(name);
  }

  @Override
  public int readInput(byte[] buffer, int offset, int length) {
    return -1;
  }

  @Override
  public MapPort maps() {
    return maps;
  }
}
