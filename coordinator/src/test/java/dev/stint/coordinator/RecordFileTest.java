package dev.stint.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordFileTest {
  private final FakeDisk disk = new FakeDisk();

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> read() throws IOException {
    List<String> records = new ArrayList<>();
    RecordFile.open(
            disk,
            "f",
            (_, content) -> records.add(StandardCharsets.UTF_8.decode(content).toString()))
        .close();
    return records;
  }

  private void write(String... records) throws IOException {
    try (RecordFile file = RecordFile.open(disk, "f", (_, _) -> {})) {
      for (String record : records) {
        file.append(bytes(record));
      }
      file.sync();
    }
  }

  @Test
  void records_come_back_in_order_also_over_several_openings() throws IOException {
    write("one", "", "three");
    write("four");
    assertThat(read()).containsExactly("one", "", "three", "four");
  }

  @Test
  void a_record_larger_than_the_reading_window_comes_back() throws IOException {
    String large = "x".repeat(3_000_000);
    write("small", large, "small");
    assertThat(read()).containsExactly("small", large, "small");
  }

  @Test
  void a_tail_torn_at_any_byte_is_cut_off_and_the_file_goes_on() throws IOException {
    write("one", "two");
    byte[] whole = disk.content("f");
    int first = RecordFile.HEADER + 3;
    for (int length = first; length < whole.length; length++) {
      disk.setContent("f", Arrays.copyOf(whole, length));
      write("three");
      assertThat(read()).as("cut at %d", length).containsExactly("one", "three");
    }
  }

  @Test
  void zeros_that_a_power_failure_left_at_the_end_are_cut_off() throws IOException {
    write("one", "two");
    byte[] whole = disk.content("f");
    int first = RecordFile.HEADER + 3;
    for (int kept : new int[] {first, first + 4, first + RecordFile.HEADER + 1, whole.length}) {
      for (int zeros : new int[] {1, RecordFile.HEADER, 1000, 3 << 20}) {
        disk.setContent("f", Arrays.copyOf(Arrays.copyOf(whole, kept), kept + zeros));
        write("three");
        assertThat(read())
            .as("%d zeros after %d bytes", zeros, kept)
            .isEqualTo(
                kept == whole.length ? List.of("one", "two", "three") : List.of("one", "three"));
      }
    }
  }

  @Test
  void a_last_record_with_a_changed_byte_is_cut_off() throws IOException {
    write("one", "two");
    byte[] content = disk.content("f");
    content[content.length - 1]++;
    disk.setContent("f", content);
    assertThat(read()).containsExactly("one");
  }

  @Test
  void damage_before_intact_records_is_refused() throws IOException {
    write("one", "two", "three");
    byte[] content = disk.content("f");
    content[RecordFile.HEADER + 1]++;
    disk.setContent("f", content);
    assertThatThrownBy(this::read)
        .isInstanceOf(RecordFile.DamagedException.class)
        .hasMessageContaining("damaged at byte 0")
        .hasMessageContaining("restore the folder from a copy");
    assertThat(disk.content("f")).isEqualTo(content);
  }

  @Test
  void a_length_that_no_record_has_is_refused_and_nothing_is_cut() throws IOException {
    write("one", "two", "three");
    byte[] content = disk.content("f");
    content[0] |= 0x10;
    disk.setContent("f", content);
    assertThatThrownBy(this::read)
        .isInstanceOf(RecordFile.DamagedException.class)
        .hasMessageContaining("damaged at byte 0")
        .hasMessageContaining("too long");
    assertThat(disk.content("f")).isEqualTo(content);
  }

  @Test
  void a_length_that_reaches_beyond_the_end_is_refused_if_the_record_was_whole()
      throws IOException {
    write("one", "two", "three");
    byte[] whole = disk.content("f");
    int second = RecordFile.HEADER + 3;
    int third = 2 * second;
    for (int record : new int[] {0, second, third}) {
      byte[] content = whole.clone();
      content[record + 1] |= 0x10;
      disk.setContent("f", content);
      assertThatThrownBy(this::read)
          .isInstanceOf(RecordFile.DamagedException.class)
          .hasMessageContaining("damaged at byte " + record);
      assertThat(disk.content("f")).isEqualTo(content);
    }
  }

  @Test
  void a_record_that_could_not_be_read_again_is_not_written() throws IOException {
    try (RecordFile file = RecordFile.open(disk, "f", (_, _) -> {})) {
      byte[] large = new byte[RecordFile.MAX_RECORD + 1];
      assertThatThrownBy(() -> file.append(large))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("at most");
    }
    assertThat(read()).isEmpty();
  }
}
