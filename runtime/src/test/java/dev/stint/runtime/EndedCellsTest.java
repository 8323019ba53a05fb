package dev.stint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.Tasklet;
import dev.stint.abi.Ctx;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class EndedCellsTest {
  private static final int MANY = 100;

  /** What is spawned. */
  static final class Answer implements Tasklet.Body<Integer> {
    @Override
    public Integer call() {
      return 42;
    }
  }

  private static TaskletHandle<Integer> spawn(Ctx ctx) {
    Cell here = Cell.on(ctx);
    return (TaskletHandle<Integer>) here.job().spawn(here, new Answer());
  }

  /** Runs a script to its end, in a tasklet that stays. */
  private static Script run(FakeNode node, Script.Step... steps) throws Exception {
    Script script = new Script(steps);
    node.endOf(node.start(script));
    return script;
  }

  /** Waits until the collector has seen to as many as are wanted. */
  private static void awaitReleased(FakeNode node, int wanted) {
    while (node.host.released.get() < wanted) {
      System.gc();
      node.job.tasklets();
    }
  }

  private static Object spawnMany(Ctx ctx) {
    for (int i = 0; i < MANY; i++) {
      spawn(ctx);
    }
    return null;
  }

  /** Waits for an end, which nobody tells of a tasklet that has been let go. */
  private static Script joined(FakeNode node, Tasklet<?> tasklet) throws Exception {
    return run(
        node,
        ctx -> {
          Primitives.awaitEnd(tasklet, ctx);
          return null;
        });
  }

  @Test
  void endedTaskletsWhoseHandlesAreGoneAreLetGo() throws Exception {
    try (FakeNode node = FakeNode.deterministic()) {
      Script script = run(node, EndedCellsTest::spawnMany);
      assertThat(script.results).containsExactly("null");
      awaitReleased(node, MANY);
      assertThat(node.job.tasklets()).hasSize(1);
    }
  }

  @Test
  void theProcessorTimeOfThoseLetGoStillCounts() throws Exception {
    try (FakeNode node = FakeNode.deterministic()) {
      run(node, EndedCellsTest::spawnMany);
      long before = node.job.cpuNanos();
      awaitReleased(node, MANY);
      long kept = node.job.tasklets().stream().mapToLong(TaskletView::cpuNanos).sum();
      assertThat(node.job.cpuNanos()).isGreaterThanOrEqualTo(before).isGreaterThan(kept);
    }
  }

  @Test
  void aHandleKeepsTheResult() throws Exception {
    try (FakeNode node = FakeNode.deterministic()) {
      List<TaskletHandle<Integer>> kept = new ArrayList<>();
      run(
          node,
          ctx -> {
            kept.add(spawn(ctx));
            return spawnMany(ctx);
          });
      awaitReleased(node, MANY);
      assertThat(joined(node, kept.get(0)).results).containsExactly("null");
    }
  }

  @Test
  void aHandleThatWasWrittenToBytesKeepsTheResult() throws Exception {
    try (FakeNode node = FakeNode.deterministic()) {
      List<byte[]> written = new ArrayList<>();
      run(
          node,
          ctx -> {
            written.add(node.job.primarySide().encode(spawn(ctx)));
            return spawnMany(ctx);
          });
      awaitReleased(node, MANY);
      TaskletHandle<?> read = (TaskletHandle<?>) node.job.primarySide().decode(written.get(0));
      assertThat(joined(node, read).results).containsExactly("null");
    }
  }

  @Test
  void aTaskletOnItsWayElsewhereIsKept() throws Exception {
    try (FakeNode node = FakeNode.deterministic()) {
      List<CellId> moving = new ArrayList<>();
      run(
          node,
          ctx -> {
            moving.add(spawn(ctx).cell());
            node.job.freeze(moving.get(0));
            return spawnMany(ctx);
          });
      awaitReleased(node, MANY);
      assertThat(node.job.freeze(moving.get(0)).toCompletableFuture().get())
          .isInstanceOf(FreezeOutcome.Frozen.class);
    }
  }
}
