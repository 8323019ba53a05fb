package dev.stint.coordinator;

import dev.stint.cluster.Answer;
import dev.stint.cluster.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A log that applies at once, and remembers what was proposed. */
final class FakeLog implements AuthorityLog {
  final List<Command> proposed = new ArrayList<>();
  private final Authority authority;

  FakeLog(Authority authority) {
    this.authority = authority;
  }

  @Override
  public CompletableFuture<Answer> propose(Command command) {
    proposed.add(command);
    return CompletableFuture.completedFuture(authority.apply(command));
  }

  @Override
  public void close() {}
}
