package dev.stint.client;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Digests of files, remembered across runs by path, size and time of change. What cannot be
 * remembered is computed: a cache that cannot be read or written costs time only.
 */
final class DigestCache {
  /** A file changed more recently may change again without its time telling. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private static final int BUFFER = 1 << 16;
  private static final int MAX_ENTRIES = 10_000;

  private final Path store;
  private final InstantSource clock;

  @GuardedBy("this")
  private final Map<String, ContentDigest> known = new LinkedHashMap<>();

  @GuardedBy("this")
  private boolean changed;

  DigestCache(Path store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    load();
  }

  synchronized ContentDigest of(Path file) throws IOException {
    BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
    String key =
        facts.size()
            + " "
            + facts.lastModifiedTime().toInstant()
            + " "
            + file.toAbsolutePath().normalize();
    ContentDigest digest = known.get(key);
    if (digest == null) {
      digest = compute(file);
      if (facts.lastModifiedTime().toInstant().plus(SETTLED).isBefore(clock.instant())) {
        known.put(key, digest);
        changed = true;
      }
    }
    return digest;
  }

  /** Keeps for later runs what has been learnt. */
  synchronized void save() {
    if (!changed) {
      return;
    }
    List<String> lines = new ArrayList<>();
    known.forEach((key, digest) -> lines.add(digest + " " + key));
    int first = Math.max(0, lines.size() - MAX_ENTRIES);
    try {
      Path folder = store.toAbsolutePath().getParent();
      if (folder == null) {
        return;
      }
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "digests", ".new");
      Files.write(fresh, lines.subList(first, lines.size()));
      Files.move(fresh, store, StandardCopyOption.REPLACE_EXISTING);
      changed = false;
    } catch (IOException e) {
      // The next run computes again.
    }
  }

  private synchronized void load() {
    try {
      for (String line : Files.exists(store) ? Files.readAllLines(store) : List.<String>of()) {
        int space = line.indexOf(' ');
        known.put(line.substring(space + 1), ContentDigest.parse(line.substring(0, space)));
      }
    } catch (IOException | RuntimeException e) {
      known.clear();
    }
  }

  static ContentDigest compute(Path file) throws IOException {
    MessageDigest digest = ContentDigest.start();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return ContentDigest.of(digest.digest());
  }
}
