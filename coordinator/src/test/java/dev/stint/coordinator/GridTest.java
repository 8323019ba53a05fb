package dev.stint.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.cluster.Bytes;
import dev.stint.coordinator.hazelcast.HazelcastGrid;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every grid keeps, shown with each. */
class GridTest {
  private static final Bytes KEY = Bytes.utf8("k");
  private static final Bytes ONE = Bytes.utf8("1");
  private static final Bytes TWO = Bytes.utf8("2");

  @TestFactory
  Stream<DynamicTest> a_grid_keeps_bytes_and_compares_them_by_content() {
    return Stream.of(
        DynamicTest.dynamicTest("in memory", () -> keeps(new InMemoryGrid())),
        DynamicTest.dynamicTest("hazelcast", () -> keeps(HazelcastGrid.start())));
  }

  private static <T> T get(java.util.concurrent.CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static void keeps(Grid grid) throws Exception {
    try (grid) {
      assertThat(get(grid.get("m", KEY))).isEmpty();
      get(grid.put("m", KEY, ONE));
      assertThat(get(grid.get("m", KEY))).contains(ONE);
      assertThat(get(grid.get("other", KEY))).isEmpty();
      assertThat(get(grid.compareAndSet("m", KEY, Optional.of(TWO), Optional.of(ONE)))).isFalse();
      assertThat(get(grid.compareAndSet("m", KEY, Optional.of(ONE), Optional.of(TWO)))).isTrue();
      assertThat(get(grid.compareAndSet("m", KEY, Optional.empty(), Optional.of(ONE)))).isFalse();
      assertThat(get(grid.entries("m"))).containsOnly(java.util.Map.entry(KEY, TWO));
      assertThat(get(grid.compareAndSet("m", KEY, Optional.of(TWO), Optional.empty()))).isTrue();
      assertThat(get(grid.compareAndSet("m", KEY, Optional.empty(), Optional.of(ONE)))).isTrue();
      assertThat(get(grid.remove("m", KEY))).contains(ONE);
      assertThat(get(grid.remove("m", KEY))).isEmpty();
      counts(grid);
    }
  }

  /** Many who add one by comparing and setting lose nothing. */
  private static void counts(Grid grid) throws Exception {
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(_ -> Thread.ofVirtual().start(() -> addOneTimes(grid, 50)))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(get(grid.get("counts", KEY))).contains(Bytes.utf8("200"));
  }

  private static void addOneTimes(Grid grid, int times) {
    try {
      for (int done = 0; done < times; ) {
        Optional<Bytes> before = get(grid.get("counts", KEY));
        int count = before.map(bytes -> Integer.parseInt(bytes.toUtf8())).orElse(0);
        Optional<Bytes> after = Optional.of(Bytes.utf8(Integer.toString(count + 1)));
        done += get(grid.compareAndSet("counts", KEY, before, after)) ? 1 : 0;
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
