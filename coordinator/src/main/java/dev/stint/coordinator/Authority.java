package dev.stint.coordinator;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.cluster.Answer;
import dev.stint.cluster.Applied;
import dev.stint.cluster.AuthorityMachine;
import dev.stint.cluster.Bytes;
import dev.stint.cluster.Command;
import dev.stint.cluster.Effect;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The authority's machine, written by the log's thread alone and read by all. What each command
 * brings about is told to the listeners on the log's thread, in the order of the log.
 */
public final class Authority {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final List<Consumer<Applied>> listeners = new CopyOnWriteArrayList<>();

  @GuardedBy("lock")
  private AuthorityMachine machine = new AuthorityMachine();

  /** Applies the next command of the log. */
  public Answer apply(Command command) {
    lock.writeLock().lock();
    try {
      Applied applied = machine.apply(command);
      // Before anybody can read the new state: who sees it knows that its facts are on their way.
      listeners.forEach(listener -> listener.accept(applied));
      return applied.answer();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Looks at the machine; the function must neither keep it nor block. */
  public <T> T read(Function<AuthorityMachine, T> question) {
    lock.readLock().lock();
    try {
      return question.apply(machine);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** All orders that are owed now. */
  public List<Effect> redrive() {
    return read(AuthorityMachine::redrive);
  }

  /** Tells a listener of every command from now on; it must hand on what it hears, and return. */
  public void listen(Consumer<Applied> listener) {
    listeners.add(listener);
  }

  /** Everything, as bytes. */
  public Bytes snapshot() {
    return read(AuthorityMachine::snapshot);
  }

  /** Goes on from a snapshot. */
  public void restore(Bytes snapshot) {
    AuthorityMachine restored = AuthorityMachine.restore(snapshot);
    lock.writeLock().lock();
    try {
      machine = restored;
    } finally {
      lock.writeLock().unlock();
    }
  }
}
