package dev.stint.coordinator.dashboard;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Answers that many viewers ask for at once: each question is put once within {@link #FRESH}, and
 * all get the same answer. Thread-safe.
 */
public final class SharedAnswers {
  /** How long an answer is given again. */
  public static final Duration FRESH = Duration.ofSeconds(1);

  /** Most answers kept. */
  static final int MAX_KEPT = 256;

  private record Answer(long askedNanos, CompletableFuture<byte[]> future) {}

  private final LongSupplier nanos;

  @GuardedBy("this")
  private final Map<String, Answer> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
          return size() > MAX_KEPT;
        }
      };

  /**
   * None yet.
   *
   * @param nanos a clock that only grows
   */
  public SharedAnswers(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** The answer to a question: a fresh one that somebody got, or a new one. */
  public synchronized CompletableFuture<byte[]> of(
      String question, Supplier<CompletableFuture<byte[]>> ask) {
    long now = nanos.getAsLong();
    Answer known = answers.get(question);
    if (known != null && (!known.future.isDone() || now - known.askedNanos < FRESH.toNanos())) {
      return known.future;
    }
    CompletableFuture<byte[]> future = ask.get();
    answers.remove(question);
    answers.put(question, new Answer(now, future));
    return future;
  }
}
