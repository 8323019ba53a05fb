package dev.stint.coordinator;

import dev.stint.cluster.Answer;
import dev.stint.cluster.Command;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds how many jobs that have ended are remembered: the oldest are forgotten, with their output
 * and their idempotency keys. On the loop.
 */
final class JobHistory {
  /** How many jobs that have ended are remembered. */
  static final int KEPT = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(JobHistory.class);

  private final Authority authority;
  private final AuthorityLog log;
  private final Loop loop;
  private final int kept;
  private final Consumer<JobId> forgotten;
  private boolean underWay;

  /**
   * A history.
   *
   * @param kept how many jobs that have ended are remembered
   * @param forgotten hears of each that is no longer known
   */
  JobHistory(
      Authority authority, AuthorityLog log, Loop loop, int kept, Consumer<JobId> forgotten) {
    this.authority = authority;
    this.log = log;
    this.loop = loop;
    this.kept = kept;
    this.forgotten = forgotten;
  }

  /** Forgets those that are too many. */
  void trim() {
    if (underWay || authority.read(machine -> machine.endedJobCount()) <= kept) {
      return;
    }
    List<JobId> old = tooOld(authority.read(machine -> machine.jobs()));
    if (old.isEmpty()) {
      return;
    }
    underWay = true;
    List<Command> commands = old.stream().<Command>map(Command.ForgetJob::new).toList();
    log.propose(new Command.Batch(commands))
        .whenCompleteAsync(
            (answer, failure) -> {
              underWay = false;
              if (answer instanceof Answer.Each) {
                old.forEach(forgotten);
              } else {
                LOG.warn("old jobs are not forgotten yet: {}", String.valueOf(failure));
              }
            },
            loop);
  }

  /** Forgets one that has ended; refuses one that has not. */
  CompletableFuture<@Nullable Void> forget(JobId job) {
    return log.propose(new Command.ForgetJob(job))
        .thenAcceptAsync(
            answer -> {
              if (answer instanceof Answer.Refusing refusal) {
                throw RequestException.of(refusal);
              }
              forgotten.accept(job);
            },
            loop);
  }

  private List<JobId> tooOld(List<JobView> jobs) {
    List<JobView> ended = jobs.stream().filter(job -> job.state().isFinal()).toList();
    return ended.stream()
        .sorted(Comparator.comparing(JobHistory::endedAt).thenComparing(JobView::id))
        .limit(Math.clamp(ended.size() - kept, 0, Command.MAX_BATCH))
        .map(JobView::id)
        .toList();
  }

  private static Instant endedAt(JobView job) {
    return Objects.requireNonNullElse(job.endedAt(), job.submittedAt());
  }
}
