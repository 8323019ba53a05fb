package dev.stint.cluster.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks through every world that {@link FailoverModel} can reach, within bounds. */
class FailoverModelTest {
  private static final int MOST_WORLDS = 4_000_000;

  @ParameterizedTest
  @CsvSource({"1, 0, 2", "1, 1, 1", "2, 0, 1"})
  void nothingIsLostOrDoubledWhateverTheOrder(int faults, int retries, int outputs) {
    FailoverModel model = new FailoverModel(DurabilityRules.ALL, outputs);
    int worlds = walk(model, model.start(faults, retries));
    System.out.printf(
        "%d faults, %d retries, %d outputs: %d worlds%n", faults, retries, outputs, worlds);
    assertThat(worlds).isGreaterThan(100);
  }

  @ParameterizedTest
  @EnumSource(DurabilityRule.class)
  void takingARuleAwayIsNoticed(DurabilityRule rule) {
    FailoverModel model = new FailoverModel(new DurabilityRules(rule), 1);
    assertThatThrownBy(() -> walk(model, model.start(2, 0)))
        .isInstanceOf(FailoverModel.Violation.class)
        .satisfies(violation -> System.out.println(rule + ": " + violation.getMessage()));
  }

  @Test
  void aRunWithoutFaultsHasOneEnd() {
    FailoverModel model = new FailoverModel(DurabilityRules.ALL, 2);
    assertThat(walk(model, model.start(0, 0))).isGreaterThan(10);
  }

  /** How many worlds there are; a violation is thrown. Breadth first, so that it comes early. */
  private static int walk(FailoverModel model, World start) {
    Set<World> seen = new HashSet<>(Set.of(start));
    ArrayDeque<World> open = new ArrayDeque<>(Set.of(start));
    while (!open.isEmpty()) {
      World world = open.remove();
      Set<World> next = model.next(world);
      if (next.isEmpty() && !model.isDone(world)) {
        throw new FailoverModel.Violation("stuck: " + world);
      }
      for (World one : next) {
        if (seen.add(one)) {
          open.add(one);
        }
      }
      assertThat(seen.size()).as("worlds").isLessThan(MOST_WORLDS);
    }
    return seen.size();
  }
}
