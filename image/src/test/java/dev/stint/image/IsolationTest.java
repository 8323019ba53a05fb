package dev.stint.image;

import static dev.stint.image.Trips.CODEC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class IsolationTest {
  record Point(int x, Object label) {}

  record Chain(Object head, Chain tail) {}

  static final class Fixed {
    final String name = "n";
    final List<Object> parts;

    Fixed(List<Object> parts) {
      this.parts = parts;
    }
  }

  static final class Loose {
    String name;
    Object held;
  }

  @Test
  void immutableIsByRunTimeTypeAndContent() {
    for (Object yes :
        List.of(
            "s",
            1,
            2.0,
            TimeUnit.DAYS,
            LocalDate.now(),
            new Point(1, "x"),
            List.of(1, "a"),
            Map.of("k", List.of(1)),
            Optional.of(new Point(1, null)),
            new Fixed(List.of(1)),
            String.class,
            Map.entry(1, 2),
            Set.of())) {
      assertThat(CODEC.isImmutable(yes)).as(yes.toString()).isTrue();
    }
    for (Object no :
        List.of(
            new int[0],
            new ArrayList<>(),
            new Point(1, new int[1]),
            List.of(new ArrayList<>()),
            new Loose(),
            new Fixed(new ArrayList<>()),
            new StringBuilder(),
            new Date(),
            Collections.unmodifiableList(new ArrayList<>()),
            new Exception())) {
      assertThat(CODEC.isImmutable(no)).as(no.toString()).isFalse();
    }
    Chain chain = null;
    for (int i = 0; i < 200_000; i++) {
      chain = new Chain(i, chain);
    }
    assertThat(CODEC.isImmutable(chain)).isFalse(); // Too long to prove, and no stack overflow.
  }

  @Test
  void copiesShareWhatCannotChange() {
    Loose loose = new Loose();
    Point point = new Point(1, "p");
    loose.name = "name";
    loose.held = new Object[] {point, new ArrayList<>(List.of(point)), loose};
    Loose copy = CODEC.copy(loose, "message");
    Object[] held = (Object[]) copy.held;
    assertThat(copy).isNotSameAs(loose);
    assertThat(copy.name).isSameAs(loose.name);
    assertThat(held[0]).isSameAs(point);
    assertThat(((List<?>) held[1]).get(0)).isSameAs(point);
    assertThat(held[2]).isSameAs(copy);
    assertThat(CODEC.copy(point, "message")).isSameAs(point);
  }

  @Test
  void whatOnlyMakesSenseSharedIsRefusedWithThePathAndAWayOut() {
    for (Object shared :
        List.of(
            new ReentrantLock(),
            new CountDownLatch(1),
            new AtomicInteger(),
            new LongAdder(),
            new ConcurrentHashMap<>(),
            new CopyOnWriteArrayList<>(),
            new LinkedBlockingQueue<>(),
            new ConcurrentLinkedQueue<>(),
            new CompletableFuture<>(),
            new Semaphore(1))) {
      Loose loose = new Loose();
      loose.held = new Point(1, shared);
      assertThatThrownBy(() -> CODEC.encodeIsolated(loose, "capture"))
          .isInstanceOf(NotSerializableStateException.class)
          .hasMessageStartingWith("capture.held.label (" + shared.getClass().getName());
      assertThatThrownBy(() -> CODEC.copy(loose, "capture"))
          .isInstanceOf(NotSerializableStateException.class);
      if (!(shared instanceof Future)) {
        assertThat(CODEC.encode(loose)).isNotEmpty();
      }
    }
    assertThat(CODEC.copy(CompletableFuture.completedFuture("x"), "").join()).isEqualTo("x");
  }
}
