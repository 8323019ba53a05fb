package dev.stint.coordinator;

import dev.stint.cluster.Answer;
import dev.stint.cluster.Command;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Another log, with a look at how long it takes until a proposal is durable and applied. */
final class TimedLog implements AuthorityLog {
  private final AuthorityLog log;
  private final Clock clock;
  private final Consumer<Duration> committed;

  TimedLog(AuthorityLog log, Clock clock, Consumer<Duration> committed) {
    this.log = log;
    this.clock = clock;
    this.committed = committed;
  }

  @Override
  public CompletableFuture<Answer> propose(Command command) {
    long before = clock.nanos();
    CompletableFuture<Answer> answer = log.propose(command);
    answer.whenComplete((_, failure) -> {
      if (failure == null) {
        committed.accept(Duration.ofNanos(clock.nanos() - before));
      }
    });
    return answer;
  }

  @Override
  public void close() {
    log.close();
  }
}
