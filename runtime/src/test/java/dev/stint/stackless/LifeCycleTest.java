package dev.stint.stackless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.Channel;
import dev.stint.Tasklet;
import dev.stint.TaskletStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From unstarted over ready, paused and parked to the end. */
@Timeout(60)
final class LifeCycleTest {

  @Test
  void aSpawnedTaskletIsReadyAndRunsAfterItsSpawner() {
    List<Object> seen =
        Ordered.run(() -> {
          List<Object> events = new ArrayList<>();
          Tasklet<String> child = Tasklet.spawn(() -> "ran");
          events.add(child.status());
          events.add(child.join());
          events.add(child.status());
          return events;
        });
    assertThat(seen).containsExactly(TaskletStatus.READY, "ran", TaskletStatus.DONE);
  }

  @Test
  void anUnstartedTaskletIsPausedUntilItIsStarted() {
    List<Object> seen =
        Ordered.run(() -> {
          List<Object> events = new ArrayList<>();
          Tasklet<String> child = Tasklet.unstarted(() -> "ran");
          Tasklet.yield();
          events.add(child.status());
          child.start();
          events.add(child.status());
          events.add(child.join());
          return events;
        });
    assertThat(seen).containsExactly(TaskletStatus.PAUSED, TaskletStatus.READY, "ran");
  }

  @Test
  void aTaskletIsStartedOnce() {
    assertThatThrownBy(() ->
            Ordered.run(() -> {
              Tasklet<String> child = Tasklet.unstarted(() -> "ran");
              child.start();
              child.start();
              return null;
            }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("started before");
  }

  @Test
  void aPausedTaskletDoesNotRunUntilItIsResumed() {
    List<Object> seen =
        Ordered.run(() -> {
          List<Object> events = new ArrayList<>();
          Channel<String> log = Channel.buffered(10);
          Tasklet<?> child = Tasklet.spawn(() -> log.send("child"));
          child.pause();
          Tasklet.yield();
          Tasklet.yield();
          events.add(child.status());
          events.add(log.tryReceive().isPresent());
          child.resume();
          Tasklet.yield();
          events.add(log.receive());
          return events;
        });
    assertThat(seen).containsExactly(TaskletStatus.PAUSED, false, "child");
  }

  @Test
  void onceResumedItIsTheLastInTheOrder() {
    String seen =
        Ordered.run(() -> {
          Channel<String> log = Channel.buffered(10);
          Tasklet<?> a = Tasklet.spawn(() -> log.send("a"));
          Tasklet<?> b = Tasklet.spawn(() -> log.send("b"));
          a.pause();
          a.resume();
          a.join();
          b.join();
          return log.receive() + log.receive();
        });
    assertThat(seen).isEqualTo("ba");
  }

  @Test
  void aTaskletThatPausesItselfGoesOnWhereItWas() {
    List<Object> seen =
        Ordered.run(() -> {
          List<Object> events = new ArrayList<>();
          Tasklet<Integer> child =
              Tasklet.spawn(() -> {
                int kept = 41;
                Tasklet.current().pause();
                return kept + 1;
              });
          Tasklet.yield();
          events.add(child.status());
          child.resume();
          events.add(child.join());
          return events;
        });
    assertThat(seen).containsExactly(TaskletStatus.PAUSED, 42);
  }

  @Test
  void whatAPausedTaskletWaitsForComesButDoesNotWakeIt() {
    List<Object> seen =
        Ordered.run(() -> {
          List<Object> events = new ArrayList<>();
          Channel<String> channel = Channel.rendezvous();
          Tasklet<String> child = Tasklet.spawn(() -> channel.receive());
          Tasklet.yield();
          events.add(child.status());
          child.pause();
          channel.send("message");
          Tasklet.yield();
          events.add(child.status());
          child.resume();
          events.add(child.join());
          return events;
        });
    assertThat(seen).containsExactly(TaskletStatus.PARKED, TaskletStatus.PAUSED, "message");
  }

  @Test
  void toPauseOrResumeTwiceDoesNothingMore() {
    int seen =
        Ordered.run(() -> {
          Tasklet<Integer> child = Tasklet.spawn(() -> 1);
          child.pause();
          child.pause();
          child.resume();
          child.resume();
          return child.join();
        });
    assertThat(seen).isEqualTo(1);
  }

  @Test
  void anEndedTaskletStaysWhatItIsWhateverIsAskedOfIt() {
    TaskletStatus seen =
        Ordered.run(() -> {
          Tasklet<Integer> child = Tasklet.spawn(() -> 1);
          child.join();
          child.pause();
          child.resume();
          child.cancel();
          return child.status();
        });
    assertThat(seen).isEqualTo(TaskletStatus.DONE);
  }

  @Test
  void toCancelAPausedTaskletEndsIt() {
    TaskletStatus seen =
        Ordered.run(() -> {
          Tasklet<Integer> child = Tasklet.spawn(() -> 1);
          child.pause();
          child.cancel();
          Tasklet.yield();
          return child.status();
        });
    assertThat(seen).isEqualTo(TaskletStatus.CANCELLED);
  }

  @Test
  void aTaskletThatWasNeverStartedEndsWithoutHavingRun() {
    List<Object> seen =
        Ordered.run(() -> {
          List<Object> events = new ArrayList<>();
          Channel<String> log = Channel.buffered(1);
          Tasklet<?> child = Tasklet.unstarted(() -> log.send("ran"));
          child.cancel();
          try {
            child.join();
          } catch (CancellationException e) {
            events.add("cancelled");
          }
          events.add(log.tryReceive().isPresent());
          return events;
        });
    assertThat(seen).containsExactly("cancelled", false);
  }

  @Test
  void runNowRunsAReadyTaskletAndThoseBehindItBeforeTheCaller() {
    String seen =
        Ordered.run(() -> {
          Channel<String> log = Channel.buffered(10);
          Tasklet.spawn(() -> log.send("a"));
          Tasklet<?> b = Tasklet.spawn(() -> log.send("b"));
          Tasklet.spawn(() -> log.send("c"));
          b.runNow();
          log.send("caller");
          Tasklet.sleep(Duration.ofMillis(1));
          log.close();
          StringBuilder all = new StringBuilder();
          for (String one : log) {
            all.append(one).append(' ');
          }
          return all.toString();
        });
    assertThat(seen).isEqualTo("b c caller a ");
  }

  @Test
  void runNowRunsAPausedTaskletRightBeforeTheCaller() {
    String seen =
        Ordered.run(() -> {
          Channel<String> log = Channel.buffered(10);
          Tasklet<?> a = Tasklet.spawn(() -> log.send("a"));
          Tasklet.spawn(() -> log.send("b"));
          a.pause();
          a.runNow();
          log.send("caller");
          return log.receive() + " " + log.receive();
        });
    assertThat(seen).isEqualTo("a caller");
  }

  @Test
  void runNowOfOneThatWaitsOrHasEndedIsAnError() {
    List<String> seen =
        Ordered.run(() -> {
          List<String> events = new ArrayList<>();
          Channel<String> channel = Channel.rendezvous();
          Tasklet<?> waits = Tasklet.spawn(() -> channel.receive());
          Tasklet<?> ends = Tasklet.spawn(() -> 1);
          Tasklet.yield();
          for (Tasklet<?> one : List.of(waits, ends)) {
            try {
              one.runNow();
            } catch (IllegalStateException e) {
              events.add(e.getMessage());
            }
          }
          channel.close();
          return events;
        });
    assertThat(seen).hasSize(2);
    assertThat(seen.get(0)).contains("cannot run now: it is PARKED");
    assertThat(seen.get(1)).contains("cannot run now: it is DONE");
  }

  @Test
  void runNowOfTheCallerDoesNothing() {
    int seen =
        Ordered.run(() -> {
          Tasklet.current().runNow();
          return 5;
        });
    assertThat(seen).isEqualTo(5);
  }

  @Test
  void aTaskletKnowsItself() {
    boolean seen =
        Ordered.run(() -> {
          Tasklet<Boolean> child = Tasklet.spawn(() -> Tasklet.current().id().toString() != null);
          Tasklet<Object> own = Tasklet.spawn(() -> Tasklet.current().id());
          return child.join() && own.join().equals(own.id());
        });
    assertThat(seen).isTrue();
  }

  @Test
  void whoRunsIsRunning() {
    TaskletStatus seen = Ordered.run(() -> Tasklet.current().status());
    assertThat(seen).isEqualTo(TaskletStatus.RUNNING);
  }

  @Test
  void aFailedTaskletIsFailed() {
    TaskletStatus seen =
        Ordered.run(() -> {
          Tasklet<Integer> child =
              Tasklet.spawn(() -> {
                throw new IllegalArgumentException("no");
              });
          Tasklet.yield();
          return child.status();
        });
    assertThat(seen).isEqualTo(TaskletStatus.FAILED);
  }

  @Test
  void effectsHaveKeysOfTheirOwn() {
    List<String> seen =
        Ordered.run(() -> {
          List<String> keys = new ArrayList<>();
          keys.add(Tasklet.effectId());
          keys.add(Tasklet.effectId());
          keys.add(Tasklet.spawn(() -> Tasklet.effectId()).join());
          keys.add(Tasklet.spawn(() -> Tasklet.effectId()).join());
          return keys;
        });
    assertThat(seen).doesNotHaveDuplicates();
  }
}
