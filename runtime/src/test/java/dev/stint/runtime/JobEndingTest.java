package dev.stint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.abi.Ctx;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class JobEndingTest {

  @Test
  void aHookThatExitsDoesNotChangeHowTheJobEnded() throws Exception {
    try (FakeNode node = FakeNode.carriers(1)) {
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      node.startRoot(
          new Script(ctx -> {
            node.job
                .threads()
                .addHook(
                    new Thread(() -> {
                      try {
                        Primitives.exit(3, Ctx.PINNED);
                      } catch (JobOver over) {
                        thrown.complete(over);
                        throw over;
                      }
                    }));
            return null;
          }));
      assertThat(node.host.cluster.end.get()).isInstanceOf(CellOutcome.Returned.class);
      assertThat(thrown.get()).isInstanceOf(JobOver.class);
    }
  }
}
