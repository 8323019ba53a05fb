package dev.stint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.abi.Continuation;
import dev.stint.abi.Ctx;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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
    CyclicBarrier together = new CyclicBarrier(2);
    try (ExecutorService monitor = Executors.newSingleThreadExecutor()) {
      for (int i = 0; i < 50_000; i++) {
        Owner owner = new Owner();
        LiveTasklet tasklet = tasklet(owner);
        assertThat(tasklet.requestFreeze()).isFalse();
        tasklet.yielding(new Ctx());
        Future<?> givenUp =
            monitor.submit(() -> {
              together.await();
              tasklet.missFreeze(PinReason.LOCK, null);
              return null;
            });
        together.await();
        tasklet.unmount();
        givenUp.get();
        assertThat(owner.unwound.get() + owner.missed.get()).isEqualTo(1);
      }
    }
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

    @Override
    public TaskletState ended(LiveTasklet tasklet, Outcome outcome) {
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
      return false;
    }
  }
}
