package dev.stint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.abi.Continuation;
import dev.stint.abi.Ctx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LiveTaskletTest {
  private final FakeNode node = FakeNode.carriers(1);

  @AfterEach
  void close() {
    node.close();
  }

  /** On a scheduler that is closed, so that no carrier takes it. */
  private LiveTasklet tasklet(Owner owner) {
    node.close();
    return new LiveTasklet(node.scheduler, owner, new Continuation(new Script()));
  }

  @Test
  void aFreezeIsAnsweredOnceIfItIsGivenUpWhileTheTaskletUnwinds() throws Exception {
    int rounds = 200_000;
    AtomicReference<@Nullable LiveTasklet> unwinding = new AtomicReference<>();
    Thread monitor =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; i < rounds; i++) {
                LiveTasklet tasklet = unwinding.getAndSet(null);
                while (tasklet == null) {
                  Thread.onSpinWait();
                  tasklet = unwinding.getAndSet(null);
                }
                tasklet.missFreeze(PinReason.LOCK, null);
              }
            });
    List<Owner> owners = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      Owner owner = new Owner();
      owners.add(owner);
      LiveTasklet tasklet = tasklet(owner);
      assertThat(tasklet.requestFreeze()).isFalse();
      tasklet.yielding(new Ctx());
      while (unwinding.get() != null) {
        Thread.onSpinWait();
      }
      unwinding.set(tasklet);
      for (int turn = i % 32; turn > 0; turn--) {
        Thread.onSpinWait();
      }
      tasklet.unmount();
    }
    monitor.join();
    assertThat(owners).allMatch(owner -> owner.unwound.get() + owner.missed.get() == 1);
  }

  /** The owner is asked in the middle of the mount's look at what there is to do. */
  @Test
  void aCancellationThatAMountMissesIsSeenByTheLoop() throws Exception {
    Owner owner = new Owner();
    LiveTasklet tasklet =
        new LiveTasklet(node.scheduler, owner, new Continuation(Counting.to(Long.MAX_VALUE)));
    owner.atLook.set(tasklet::requestCancel);
    tasklet.start();
    assertThat(owner.end.get()).isInstanceOf(Outcome.Thrown.class);
  }

  @Test
  void aFreezeThatIsAskedForWhileItSettlesIsDone() {
    Owner owner = new Owner();
    LiveTasklet tasklet = tasklet(owner);
    tasklet.arrive(new Wait(tasklet, new WaitFor.Time(0)));
    assertThat(tasklet.requestFreeze()).isFalse();
    tasklet.settle();
    assertThat(owner.unwound).hasValue(1);
    assertThat(tasklet.state()).isEqualTo(TaskletState.FREEZING);
  }

  @Test
  void aTaskletWhoseJobEndsWhileItSettlesEnds() {
    Owner owner = new Owner();
    LiveTasklet tasklet = tasklet(owner);
    tasklet.arrive(new Wait(tasklet, new WaitFor.Time(0)));
    tasklet.requestDrop();
    tasklet.settle();
    assertThat(owner.dropped).hasValue(1);
    assertThat(tasklet.state()).isEqualTo(TaskletState.CANCELLED);
  }

  /** Counts what it is told. */
  private static final class Owner implements TaskletOwner {
    final AtomicInteger unwound = new AtomicInteger();
    final AtomicInteger missed = new AtomicInteger();
    final AtomicInteger dropped = new AtomicInteger();
    final CompletableFuture<Outcome> end = new CompletableFuture<>();
    final AtomicReference<Runnable> atLook = new AtomicReference<>(() -> {});

    @Override
    public TaskletState ended(LiveTasklet tasklet, Outcome outcome) {
      end.complete(outcome);
      return TaskletState.DONE;
    }

    @Override
    public void dropped(LiveTasklet tasklet) {
      dropped.incrementAndGet();
    }

    @Override
    public Outcome understand(WaitFor what, Outcome raw) {
      return raw;
    }

    @Override
    public Throwable open(Parcel exception) {
      return new IllegalStateException("nothing is thrown here");
    }

    @Override
    public void unwoundForFreeze(LiveTasklet tasklet) {
      unwound.incrementAndGet();
    }

    @Override
    public void freezeMissed(
        LiveTasklet tasklet, PinReason reason, @Nullable StackTraceElement site) {
      missed.incrementAndGet();
    }

    @Override
    public void mounted(LiveTasklet tasklet) {}

    @Override
    public void safepoint(LiveTasklet tasklet, boolean pinned) {}

    @Override
    public boolean wantsEverySafepoint() {
      atLook.getAndSet(() -> {}).run();
      return false;
    }
  }
}
