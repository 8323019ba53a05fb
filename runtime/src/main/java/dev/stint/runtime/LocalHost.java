package dev.stint.runtime;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** The host of a job that is alone in this JVM: no other node, nothing to move to. */
final class LocalHost implements JobHost {
  private static final String NODE = "local";

  private final String job = UUID.randomUUID().toString();
  private final AtomicLong cells = new AtomicLong(1);
  private final MapPort maps = new LocalMaps();
  private final CompletableFuture<CellOutcome> end = new CompletableFuture<>();
  private final OutputStream out;
  private final OutputStream err;
  private final InputStream in;
  private final Map<String, Path> files;

  LocalHost(OutputStream out, OutputStream err, InputStream in, Map<String, Path> files) {
    this.out = out;
    this.err = err;
    this.in = in;
    this.files = Map.copyOf(files);
  }

  /** How the job ended, once it has. */
  CompletableFuture<CellOutcome> end() {
    return end;
  }

  @Override
  public String jobId() {
    return job;
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
    end.complete(outcome);
  }

  @Override
  public void output(OutputChunk chunk) {
    OutputStream to = chunk.error() ? err : out;
    synchronized (this) {
      try {
        to.write(chunk.bytes());
        to.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void progress(long done, long total, String what) {}

  @Override
  public void send(CellId from, CellId to, byte[] message) {
    // All cells are here; a cell that is not has been released, and nobody answers.
  }

  @Override
  public boolean takesTasklets(String node) {
    return node.equals(NODE);
  }

  @Override
  public void moveRequested(CellId cell, String node) {
    throw new IllegalStateException("no other node takes tasklets");
  }

  @Override
  public String nodeOf(CellId cell) {
    return NODE;
  }

  @Override
  public Path file(String name) throws IOException {
    Path file = files.get(name);
    if (file == null || !Files.exists(file)) {
      throw new FileNotFoundException(
          "the job has no file '" + name + "'. Ship it with --file " + name + "=path");
    }
    return file;
  }

  @Override
  public int readInput(byte[] buffer, int offset, int length) throws IOException {
    return in.read(buffer, offset, length);
  }

  @Override
  public MapPort maps() {
    return maps;
  }
}
