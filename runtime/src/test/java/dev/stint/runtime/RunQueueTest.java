package dev.stint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RunQueueTest {
  @Test
  void entriesComeOutInOrderAcrossTheRingsEnd() {
    RunQueue<Integer> queue = new RunQueue<>(4);
    for (int i = 0; i < 10; i++) {
      assertThat(queue.offer(i)).isTrue();
      assertThat(queue.offer(i + 100)).isTrue();
      assertThat(queue.poll()).isEqualTo(i);
      assertThat(queue.poll()).isEqualTo(i + 100);
    }
    assertThat(queue.poll()).isNull();
  }

  @Test
  void aFullQueueRefuses() {
    RunQueue<Integer> queue = new RunQueue<>(2);
    assertThat(queue.offer(1)).isTrue();
    assertThat(queue.offer(2)).isTrue();
    assertThat(queue.offer(3)).isFalse();
    assertThat(queue.size()).isEqualTo(2);
  }

  @Test
  void whatHasBeenTakenIsNotHeld() {
    RunQueue<Object> queue = new RunQueue<>(4);
    queue.offer(new Object());
    queue.offer("stays");
    WeakReference<Object> taken = new WeakReference<>(queue.poll());
    queue.forgetTaken();
    while (taken.get() != null) {
      System.gc();
    }
    assertThat(queue.poll()).isEqualTo("stays");
  }

  @Test
  void thievesAndOwnerTogetherTakeEachEntryOnce() throws InterruptedException {
    int count = 100_000;
    RunQueue<Integer> queue = new RunQueue<>(64);
    Queue<Integer> taken = new ConcurrentLinkedQueue<>();
    CountDownLatch done = new CountDownLatch(1);
    List<Thread> thieves =
        IntStream.range(0, 2)
            .mapToObj(i ->
                Thread.ofPlatform()
                    .start(() -> {
                      while (done.getCount() > 0 || queue.size() > 0) {
                        Integer entry = queue.poll();
                        if (entry != null) {
                          taken.add(entry);
                        }
                      }
                    }))
            .toList();
    for (int i = 0; i < count; i++) {
      while (!queue.offer(i)) {
        Integer entry = queue.poll();
        if (entry != null) {
          taken.add(entry);
        }
      }
    }
    done.countDown();
    for (Thread thief : thieves) {
      thief.join();
    }
    assertThat(taken).hasSize(count).doesNotHaveDuplicates();
  }
}
