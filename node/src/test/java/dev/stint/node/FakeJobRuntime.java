package dev.stint.node;

import dev.stint.TaskletStatus;
import dev.stint.runtime.CellId;
import dev.stint.runtime.FreezeOutcome;
import dev.stint.runtime.JobHost;
import dev.stint.runtime.JobRuntime;
import dev.stint.runtime.PinReason;
import dev.stint.runtime.PinnedSite;
import dev.stint.runtime.StackView;
import dev.stint.runtime.TaskletView;
import dev.stint.runtime.TortureReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Cells that hold a text and do nothing by themselves. */
final class FakeJobRuntime implements JobRuntime {
  final JobHost host;
  final Map<CellId, String> running = new HashMap<>();
  final Map<CellId, String> frozen = new HashMap<>();
  final Map<CellId, String> pinned = new HashMap<>();
  final List<String> delivered = new ArrayList<>();
  final List<CellId> movedPeers = new ArrayList<>();
  final List<String> refusals = new ArrayList<>();
  boolean closed;
  boolean cancelled;

  FakeJobRuntime(JobHost host) {
    this.host = host;
  }

  @Override
  public ClassLoader loader() {
    return FakeJobRuntime.class.getClassLoader();
  }

  @Override
  public void startMain(CellId cell, String mainClass, List<String> arguments) {
    if (mainClass.equals("Missing")) {
      throw new IllegalArgumentException("no class Missing");
    }
    running.put(cell, mainClass);
  }

  @Override
  public void startBody(CellId cell, byte[] body) {
    running.put(cell, new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public CellId thaw(byte[] image) {
    String[] parts = new String(image, StandardCharsets.UTF_8).split("=", 2);
    if (parts[1].equals("too deep")) {
      throw new StackOverflowError();
    }
    CellId cell = new CellId(Long.parseLong(parts[0]));
    running.put(cell, parts[1]);
    return cell;
  }

  @Override
  public CompletionStage<FreezeOutcome> freeze(CellId cell) {
    String site = pinned.get(cell);
    if (site != null) {
      return CompletableFuture.completedFuture(
          new FreezeOutcome.Pinned(cell, new PinnedSite(site, PinReason.LOCK, 1)));
    }
    String state = running.remove(cell);
    if (state == null) {
      return CompletableFuture.completedFuture(new FreezeOutcome.Absent(cell));
    }
    frozen.put(cell, state);
    byte[] image = (cell.number() + "=" + state).getBytes(StandardCharsets.UTF_8);
    return CompletableFuture.completedFuture(new FreezeOutcome.Frozen(cell, image, 7, false));
  }

  @Override
  public void discard(CellId cell) {
    frozen.remove(cell);
  }

  @Override
  public void resumeLocally(CellId cell) {
    String state = frozen.remove(cell);
    if (state != null) {
      running.put(cell, state);
    }
  }

  @Override
  public boolean deliver(CellId from, CellId to, byte[] message) {
    if (!running.containsKey(to)) {
      return false;
    }
    delivered.add(from + "->" + to + ":" + new String(message, StandardCharsets.UTF_8));
    return true;
  }

  @Override
  public void peerMoved(CellId cell) {
    movedPeers.add(cell);
  }

  @Override
  public void moveRefused(CellId cell, String why) {
    refusals.add(cell + ":" + why);
  }

  @Override
  public void cancel(CellId cell) {}

  @Override
  public void cancelAll() {
    cancelled = true;
  }

  @Override
  public void release(CellId cell) {}

  @Override
  public long cpuNanos() {
    return tasklets().stream().mapToLong(TaskletView::cpuNanos).sum();
  }

  @Override
  public List<TaskletView> tasklets() {
    List<TaskletView> views = new ArrayList<>();
    for (CellId cell : new TreeSet<>(running.keySet())) {
      views.add(
          new TaskletView(
              cell, cell, TaskletStatus.PARKED, "", 1_000, 0, pinned.getOrDefault(cell, "")));
    }
    return views;
  }

  @Override
  public Optional<StackView> stack(CellId cell) {
    return frozen.containsKey(cell)
        ? Optional.of(
            new StackView(
                cell,
                List.of(
                    new StackView.FrameView(
                        new StackTraceElement("Primes", "count", "Primes.java", 12),
                        List.of(new StackView.LocalView("n", "int", "41"))))))
        : Optional.empty();
  }

  @Override
  public List<PinnedSite> pinnedSites() {
    return List.of();
  }

  @Override
  public TortureReport torture() {
    return new TortureReport(Map.of(), Map.of());
  }

  @Override
  public void close() {
    closed = true;
  }
}
