package dev.stint.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestCacheTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  @TempDir Path dir;

  @Test
  void a_file_that_has_settled_is_not_read_again_in_a_later_run() throws Exception {
    Path file = file("one", NOW.minusSeconds(60));
    DigestCache first = new DigestCache(dir.resolve("digests"), CLOCK);
    ContentDigest digest = first.of(file);
    first.save();

    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
    assertThat(new DigestCache(dir.resolve("digests"), CLOCK).of(file)).isEqualTo(digest);
  }

  @Test
  void a_file_changed_just_now_is_read_again() throws Exception {
    Path file = file("one", NOW);
    DigestCache cache = new DigestCache(dir.resolve("digests"), CLOCK);
    ContentDigest digest = cache.of(file);
    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, FileTime.from(NOW));
    assertThat(cache.of(file)).isNotEqualTo(digest);
  }

  @Test
  void a_damaged_store_is_ignored() throws Exception {
    Path store = Files.writeString(dir.resolve("digests"), "nonsense\n");
    Path file = file("one", NOW.minusSeconds(60));
    assertThat(new DigestCache(store, CLOCK).of(file)).isEqualTo(DigestCache.compute(file));
  }

  private Path file(String content, Instant changed) throws Exception {
    Path file = Files.writeString(dir.resolve("file"), content);
    Files.setLastModifiedTime(file, FileTime.from(changed));
    return file;
  }
}
