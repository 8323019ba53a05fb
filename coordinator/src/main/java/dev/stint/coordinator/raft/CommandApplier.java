package dev.stint.coordinator.raft;

import dev.stint.cluster.Bytes;
import dev.stint.cluster.Command;
import dev.stint.coordinator.Authority;
import io.microraft.statemachine.StateMachine;
import java.util.List;
import java.util.function.Consumer;

/** The authority as MicroRaft's state machine. */
final class CommandApplier implements StateMachine {
  private static final Command NOTHING = new Command.Batch(List.of());

  private final Authority authority;

  CommandApplier(Authority authority) {
    this.authority = authority;
  }

  @Override
  public Object runOperation(long index, Object operation) {
    return authority.apply((Command) operation);
  }

  @Override
  public void takeSnapshot(long index, Consumer<Object> chunks) {
    chunks.accept(authority.snapshot());
  }

  @Override
  public void installSnapshot(long index, List<Object> chunks) {
    authority.restore((Bytes) chunks.getFirst());
  }

  @Override
  public Object getNewTermOperation() {
    return NOTHING;
  }
}
