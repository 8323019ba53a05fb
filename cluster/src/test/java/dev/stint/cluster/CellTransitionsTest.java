package dev.stint.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.cluster.CellEvent.Activate;
import dev.stint.cluster.CellEvent.CannotFreeze;
import dev.stint.cluster.CellEvent.Discard;
import dev.stint.cluster.CellEvent.Drop;
import dev.stint.cluster.CellEvent.EndRecorded;
import dev.stint.cluster.CellEvent.Expired;
import dev.stint.cluster.CellEvent.Prepare;
import dev.stint.cluster.CellEvent.Release;
import dev.stint.cluster.CellEvent.ResultTaken;
import dev.stint.cluster.CellEvent.Resume;
import dev.stint.cluster.CellEvent.SafepointReached;
import dev.stint.cluster.CellEvent.StageFailed;
import dev.stint.cluster.CellEvent.StageOk;
import dev.stint.cluster.CellEvent.Started;
import dev.stint.cluster.CellEvent.TaskletEnded;
import dev.stint.cluster.CellEvent.TransferReceived;
import dev.stint.cluster.CellState.Absent;
import dev.stint.cluster.CellState.Ended;
import dev.stint.cluster.CellState.Freezing;
import dev.stint.cluster.CellState.Frozen;
import dev.stint.cluster.CellState.Live;
import dev.stint.cluster.CellState.Released;
import dev.stint.cluster.CellState.Staged;
import dev.stint.cluster.CellState.Staging;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every state of a cell with every event, earlier, fitting and later ones: the table in {@code
 * cell-transitions.txt} says what becomes of it. Events that change nothing are not in the table.
 */
class CellTransitionsTest {
  private static final CellId CELL = new CellId(1);
  private static final JobRun RUN = new JobRun(new JobId("job"), 1);
  private static final NodeProcess T = NodeProcess.of("t", 1);
  private static final Refusal PINNED = new Refusal(Refusal.Kind.PINNED, "a monitor");
  private static final Refusal FULL = new Refusal(Refusal.Kind.NO_CAPACITY, "full");
  private static final Bytes IMAGE = Bytes.utf8("ab");

  /** The owner's epoch is 3, the attempt under way 5. */
  private static final List<CellState> STATES =
      List.of(
          new Absent(),
          new Live(e(3), e(3), false, null),
          new Live(e(3), e(5), true, null),
          new Live(e(3), e(5), false, PINNED),
          new Freezing(e(3), e(5), T, "t:1", false),
          new Freezing(e(3), e(5), T, "t:1", true),
          new Frozen(e(3), e(5), T, "t:1", false, IMAGE),
          new Staging(e(3), e(5), List.of(Bytes.utf8("a")), 2),
          new Staging(e(3), e(5), List.of(Bytes.utf8("a"), Bytes.utf8("b")), 2),
          new Staged(e(5), IMAGE),
          new Released(e(5), T, "t:1"),
          new Ended(e(5)));

  private static final List<CellEvent> EVENTS =
      Stream.of(
              Stream.of(new Started(RUN, e(1))),
              Stream.of(4, 5, 6).map(a -> new Prepare(e(3), e(a), T, "t:1")),
              Stream.of(new Prepare(e(5), e(6), T, "t:1")),
              Stream.of(4, 5).map(a -> new SafepointReached(e(a), IMAGE)),
              Stream.of(4, 5).map(a -> new CannotFreeze(e(a), PINNED)),
              Stream.of(4, 5, 6).map(a -> piece(3, a, 0)),
              Stream.of(piece(3, 5, 1), piece(5, 6, 0)),
              Stream.of(4, 5).map(a -> new StageOk(e(a))),
              Stream.of(4, 5).map(a -> new StageFailed(e(a), FULL)),
              Stream.of(3, 4, 5, 6).map(a -> new Activate(e(a))),
              Stream.of(4, 5, 6).map(a -> new Release(e(3), e(a), T, "t:1")),
              Stream.of(4, 5, 6).map(a -> new Resume(e(3), e(a))),
              Stream.of(4, 5, 6).map(a -> new Discard(e(a))),
              Stream.of(
                  new TaskletEnded(),
                  new ResultTaken(),
                  new EndRecorded(),
                  new Drop(),
                  new Expired()))
          .<CellEvent>flatMap(events -> events)
          .toList();

  private static Epoch e(int number) {
    return new Epoch(number);
  }

  private static CellEvent piece(int epoch, int attempt, int index) {
    String text = index == 0 ? "a" : "b";
    return new TransferReceived(
        RUN, e(epoch), e(attempt), new ImageChunk(index, 2, Bytes.utf8(text)));
  }

  @Test
  void everyPairOfStateAndEventDoesWhatTheTableSays() throws IOException {
    CellMachine machine = new CellMachine(CELL, Rules.ALL);
    StringBuilder table = new StringBuilder();
    for (CellState state : STATES) {
      table.append(Brief.of(state)).append('\n');
      for (CellEvent event : EVENTS) {
        Step step = machine.step(state, event);
        if (!step.next().equals(state) || !step.effects().isEmpty()) {
          table.append(line(state, event, step)).append('\n');
        }
      }
      table.append('\n');
    }
    Golden.check("cell-transitions.txt", table.toString());
  }

  private static String line(CellState state, CellEvent event, Step step) {
    String next = step.next().equals(state) ? "(same)" : Brief.of(step.next());
    String effects =
        step.effects().stream()
            .map(effect -> Brief.of(effect).replace(" c1", ""))
            .collect(Collectors.joining("; "));
    return "  %-34s -> %s%s"
        .formatted(Brief.of(event), next, effects.isEmpty() ? "" : " | " + effects);
  }

  @Test
  void noStateAndNoEventIsLeftOut() {
    assertThat(names(STATES)).isEqualTo(leaves(CellState.class));
    assertThat(names(EVENTS)).isEqualTo(leaves(CellEvent.class));
  }

  private static Set<String> names(List<?> values) {
    return values.stream()
        .map(value -> value.getClass().getSimpleName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> leaves(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(each -> each.isSealed() ? leaves(each).stream() : Stream.of(each.getSimpleName()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
