package dev.stint.cluster;

import org.jspecify.annotations.Nullable;

/**
 * An order owed to a process until it reports that it has carried it out.
 *
 * @param epoch the owner's epoch when the attempt began
 * @param newOwner for a release: where the cell went; null for other orders
 */
record Debt(
    NodeProcess to,
    CellId cell,
    JobRun run,
    OrderKind kind,
    Epoch epoch,
    Epoch attempt,
    @Nullable NodeProcess newOwner,
    String newOwnerAddress) {

  static Debt of(NodeProcess to, OrderKind kind, MoveView move) {
    return new Debt(to, move.cell(), move.run(), kind, move.epoch(), move.attempt(), null, "");
  }

  static Debt release(NodeProcess to, MoveView move, String newOwnerAddress) {
    return new Debt(
        to,
        move.cell(),
        move.run(),
        OrderKind.RELEASE,
        move.epoch(),
        move.attempt(),
        move.to(),
        newOwnerAddress);
  }

  boolean isPaidBy(Command.OrderDone done) {
    return to.equals(done.process()) && kind == done.order() && attempt.equals(done.attempt());
  }

  Effect effect() {
    return switch (kind) {
      case ACTIVATE -> new Effect.SendActivate(to, cell, attempt);
      case RELEASE -> {
        NodeProcess owner = newOwner;
        if (owner == null) {
          throw new IllegalStateException("A release without a new owner: " + this);
        }
        yield new Effect.SendRelease(to, cell, epoch, attempt, owner, newOwnerAddress);
      }
      case RESUME -> new Effect.SendResume(to, cell, epoch, attempt);
      case DISCARD -> new Effect.SendDiscard(to, cell, attempt);
    };
  }
}
