package dev.stint.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.proto.OutputChunk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class JobOutputTest {
  private final FakeDisk disk = new FakeDisk();
  private JobOutput output = open();

  private JobOutput open() {
    try {
      return new JobOutput(disk, "output/j");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private long append(long cell, long offset, String text) throws IOException {
    return output.append(cell, offset, false, text.getBytes(StandardCharsets.UTF_8));
  }

  private String text() throws IOException {
    StringBuilder text = new StringBuilder();
    long offset = 0;
    List<OutputChunk> chunks = output.read(offset, 1000);
    while (!chunks.isEmpty()) {
      for (OutputChunk chunk : chunks) {
        assertThat(chunk.getOffset()).isEqualTo(offset);
        text.append(chunk.getData().toStringUtf8());
        offset += chunk.getData().size();
      }
      chunks = output.read(offset, 1000);
    }
    return text.toString();
  }

  @Test
  void a_part_that_comes_twice_is_kept_once() throws IOException {
    assertThat(append(1, 0, "hello ")).isEqualTo(6);
    assertThat(append(1, 0, "hello ")).isEqualTo(6);
    assertThat(append(1, 3, "lo world")).isEqualTo(11);
    assertThat(append(1, 2, "llo")).isEqualTo(11);
    assertThat(text()).isEqualTo("hello world");
  }

  @Test
  void a_part_that_comes_early_waits_for_what_is_missing() throws IOException {
    assertThat(append(1, 6, "world")).isZero();
    assertThat(append(2, 0, "other ")).isEqualTo(6);
    assertThat(output.hasGap()).isTrue();
    assertThat(append(1, 0, "hello ")).isEqualTo(11);
    assertThat(output.hasGap()).isFalse();
    assertThat(text()).isEqualTo("other hello world");
  }

  @Test
  void what_is_kept_is_known_after_a_restart() throws IOException {
    append(1, 0, "abc");
    append(2, 0, "xyz");
    append(1, 3, "def");
    output.close();
    output = open();
    assertThat(append(1, 0, "abcdef")).isEqualTo(6);
    assertThat(append(1, 6, "ghi")).isEqualTo(9);
    assertThat(text()).isEqualTo("abcxyzdefghi");
  }

  @Test
  void long_output_can_be_read_from_anywhere() throws IOException {
    byte[] all = new byte[1_500_000];
    new Random(7).nextBytes(all);
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) ('a' + Math.floorMod(all[i], 26));
    }
    output.append(1, 0, true, all);
    String whole = new String(all, StandardCharsets.UTF_8);
    for (long offset : new long[] {0, 1, 65_535, 65_536, 700_001, 1_499_999}) {
      List<OutputChunk> chunks = output.read(offset, 1000);
      assertThat(chunks.getFirst().getErrorStream()).isTrue();
      assertThat(chunks.getFirst().getOffset()).isEqualTo(offset);
      String data = chunks.getFirst().getData().toStringUtf8();
      assertThat(whole.startsWith(data, (int) offset)).isTrue();
    }
    assertThat(output.read(1_500_000, 1000)).isEmpty();
    assertThat(text()).isEqualTo(whole);
  }

  @Test
  void followers_are_told_of_more_and_of_the_end() throws IOException {
    var more = output.whenMore(0);
    assertThat(more).isNotDone();
    append(1, 0, "a");
    assertThat(more).isCompleted();
    var next = output.whenMore(1);
    assertThat(next).isNotDone();
    output.finish();
    assertThat(next).isCompleted();
    assertThat(text()).isEqualTo("a");
  }

  @Test
  void a_full_disk_keeps_nothing_of_a_part_and_takes_it_later() throws IOException {
    append(1, 0, "abc");
    disk.setFree(10);
    assertThatThrownBy(() -> append(1, 3, "def")).isInstanceOf(DiskFullException.class);
    disk.setFree(Long.MAX_VALUE);
    assertThat(append(1, 3, "def")).isEqualTo(6);
    assertThat(text()).isEqualTo("abcdef");
    output.close();
    output = open();
    assertThat(text()).isEqualTo("abcdef");
  }

  @Test
  void who_follows_output_is_told_of_its_end_even_if_it_cannot_be_made_durable()
      throws IOException {
    append(1, 0, "hello");
    CompletableFuture<?> more = output.whenMore(5);
    disk.setSyncing(false);
    assertThatThrownBy(output::finish).isInstanceOf(IOException.class);
    assertThat(more).isDone();
    assertThat(output.isFinished()).isTrue();
    assertThat(text()).isEqualTo("hello");
  }
}
