package dev.stint.conformance;

import dev.stint.runtime.CellId;
import dev.stint.runtime.CellOutcome;
import dev.stint.runtime.JobHost;
import dev.stint.runtime.LocalMaps;
import dev.stint.runtime.MapPort;
import dev.stint.runtime.OutputChunk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A host without a cluster around it: keeps a program's output and waits for its end. */
final class ProgramHost implements JobHost {
  private final MapPort maps = new LocalMaps();
  private final AtomicLong cells = new AtomicLong();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ByteArrayInputStream in;
  private final CompletableFuture<CellOutcome> end = new CompletableFuture<>();

  ProgramHost(String stdin) {
    in = new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8));
  }

  /** What the program has shown when it has ended; fails if it takes longer than that. */
  Result await(long seconds) throws Exception {
    CellOutcome outcome = end.get(seconds, TimeUnit.SECONDS);
    String shown = err.toString(StandardCharsets.UTF_8);
    int status = 0;
    if (outcome instanceof CellOutcome.Threw threw) {
      shown += "Exception in thread \"main\" " + String.join("\n", threw.stack()) + "\n";
      status = 1;
    } else if (outcome instanceof CellOutcome.Exited exited) {
      status = exited.status();
    } else if (outcome instanceof CellOutcome.Cancelled) {
      status = 130;
    }
    return new Result(out.toString(StandardCharsets.UTF_8), shown, status);
  }

  @Override
  public String jobId() {
    return "program";
  }

  @Override
  public String nodeName() {
    return "here";
  }

  @Override
  public CellId newCell() {
    return new CellId(cells.incrementAndGet());
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
    (chunk.error() ? err : out).writeBytes(chunk.bytes());
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
    return nodeName();
  }

  @Override
  public Path file(String name) throws IOException {
    throw new FileNotFoundException(name + " was not shipped with the job");
  }

  @Override
  public synchronized int readInput(byte[] buffer, int offset, int length) {
    return in.read(buffer, offset, length);
  }

  @Override
  public MapPort maps() {
    return maps;
  }
}
