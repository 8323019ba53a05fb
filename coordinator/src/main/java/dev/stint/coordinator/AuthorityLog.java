package dev.stint.coordinator;

import dev.stint.cluster.Answer;
import dev.stint.cluster.Command;
import java.util.concurrent.CompletableFuture;

/**
 * The replicated log in which every change of the authority is written before it takes effect.
 *
 * <p>An implementer completes a proposal only when its command is durable on a majority of the
 * coordinators and has been applied to the {@link Authority}, applies all commands in one order on
 * one thread, and after a restart applies them again before it takes a new one.
 */
public interface AuthorityLog extends AutoCloseable {
  /**
   * Proposes a command. The future fails with {@link RequestException} of category EXHAUSTED if the
   * disk is full or too many proposals wait, and of category UNAVAILABLE if the log has been
   * closed; then it is not known whether the command will be applied.
   */
  CompletableFuture<Answer> propose(Command command);

  @Override
  void close();
}
