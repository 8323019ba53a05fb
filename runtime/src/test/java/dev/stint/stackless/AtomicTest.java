package dev.stint.stackless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.Channel;
import dev.stint.Tasklet;
import dev.stint.TaskletStatus;
import dev.stint.runtime.LocalScheduler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sections in which a tasklet keeps its carrier. */
@Timeout(120)
final class AtomicTest {

  /** Computes for some time slices. */
  static long compute(long turns) {
    long sum = 0;
    for (long i = 0; i < turns; i++) {
      sum += i % 7;
    }
    return sum;
  }

  @Test
  void theValueOfTheBodyIsReturned() {
    int seen = Ordered.run(() -> Tasklet.atomically(() -> 7));
    assertThat(seen).isEqualTo(7);
  }

  @Test
  void whatTheBodyThrowsIsThrown() {
    String seen =
        Ordered.run(() -> {
          try {
            Tasklet.atomically(() -> {
              throw new IllegalArgumentException("inside");
            });
            return "nothing";
          } catch (IllegalArgumentException e) {
            return e.getMessage();
          }
        });
    assertThat(seen).isEqualTo("inside");
  }

  @Test
  void aCheckedExceptionOfTheBodyIsThrownAsItIs() {
    assertThatThrownBy(() ->
            Ordered.run(() ->
                Tasklet.atomically(() -> {
                  throw new IOException("checked");
                })))
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void aPauseComesAfterTheSection() throws Exception {
    List<Object> seen;
    try (LocalScheduler scheduler = LocalScheduler.carriers(2)) {
      seen =
          scheduler.run(() -> {
            List<Object> events = new ArrayList<>();
            Channel<String> entered = Channel.rendezvous();
            Channel<String> log = Channel.buffered(4);
            Tasklet<?> child =
                Tasklet.spawn(() -> {
                  Tasklet.atomically(() -> {
                    entered.send("in");
                    compute(20_000_000);
                    log.send("section over");
                  });
                  compute(1_000_000);
                  log.send("after it");
                });
            entered.receive();
            child.pause();
            events.add(log.receive());
            while (child.status() == TaskletStatus.RUNNING) {
              Tasklet.yield();
            }
            events.add(child.status());
            events.add(log.tryReceive().isPresent());
            child.resume();
            events.add(log.receive());
            return events;
          });
    }
    assertThat(seen).containsExactly("section over", TaskletStatus.PAUSED, false, "after it");
  }

  @Test
  void sectionsNest() {
    int seen =
        Ordered.run(() ->
            Tasklet.atomically(
                () -> 1 + Tasklet.atomically(() -> 1 + Tasklet.atomically(() -> 1))));
    assertThat(seen).isEqualTo(3);
  }

  @Test
  void whoWaitsInASectionLetsOthersRun() {
    String seen =
        Ordered.run(() -> {
          Channel<String> channel = Channel.rendezvous();
          Tasklet.spawn(() -> channel.send("other"));
          return Tasklet.atomically(() -> channel.receive());
        });
    assertThat(seen).isEqualTo("other");
  }

  @Test
  void aRunningTaskletIsPausedInMidLoop() throws Exception {
    List<Object> seen;
    try (LocalScheduler scheduler = LocalScheduler.carriers(2)) {
      seen =
          scheduler.run(() -> {
            List<Object> events = new ArrayList<>();
            Channel<String> started = Channel.rendezvous();
            Tasklet<Long> child =
                Tasklet.spawn(() -> {
                  started.send("now");
                  return compute(300_000_000);
                });
            started.receive();
            child.pause();
            while (child.status() != TaskletStatus.PAUSED) {
              Tasklet.yield();
            }
            events.add(child.status());
            child.resume();
            events.add(child.join());
            return events;
          });
    }
    assertThat(seen).containsExactly(TaskletStatus.PAUSED, compute(300_000_000));
  }
}
