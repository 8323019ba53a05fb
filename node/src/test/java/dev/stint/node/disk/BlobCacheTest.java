package dev.stint.node.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.cluster.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobCacheTest {
  private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;
  private final AtomicInteger fetches = new AtomicInteger();

  private static Digest digest() throws Exception {
    return Digest.of(MessageDigest.getInstance("SHA-256").digest(CONTENT));
  }

  private BlobCache cache(byte[] served) throws IOException {
    return new BlobCache(
        directory,
        (digest, sink) -> {
          fetches.incrementAndGet();
          sink.write(served);
        });
  }

  @Test
  void fetchesOnceAndKeeps() throws Exception {
    BlobCache cache = cache(CONTENT);
    Path first = cache.path(digest(), "a.jar");
    Path again = cache.path(digest(), "a.jar");
    Path later = cache(CONTENT).path(digest(), "a.jar");

    assertThat(Files.readAllBytes(first)).isEqualTo(CONTENT);
    assertThat(again).isEqualTo(first);
    assertThat(later).isEqualTo(first);
    assertThat(fetches).hasValue(1);
  }

  @Test
  void refusesContentThatIsNotWhatItsNameSaysAndKeepsNothing() throws Exception {
    BlobCache cache = cache(new byte[] {1});

    assertThatThrownBy(() -> cache.path(digest(), "a.jar"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.jar arrived damaged");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void fetchesAgainWhatTheDiskHasSpoiled() throws Exception {
    Files.write(directory.resolve(digest().hex()), new byte[] {1});

    assertThat(Files.readAllBytes(cache(CONTENT).path(digest(), "a.jar"))).isEqualTo(CONTENT);
  }

  @Test
  void namesTheFileThatCannotBeHad() throws Exception {
    BlobCache cache =
        new BlobCache(
            directory,
            (digest, sink) -> {
              throw new IOException("no such blob");
            });

    assertThatThrownBy(() -> cache.path(digest(), "lib.jar"))
        .hasMessage("cannot fetch lib.jar: no such blob");
  }

  @Test
  void givesFilesTheirNamesAndRefusesToLeaveTheFolder() throws Exception {
    Path blob = cache(CONTENT).path(digest(), "data.csv");
    NamedFiles names = new NamedFiles(directory.resolve("names"));

    assertThat(names.link("job", "in/data.csv", blob)).hasContent("content");
    assertThatThrownBy(() -> names.link("job", "../../x", blob)).isInstanceOf(IOException.class);
    names.forget("job");
    assertThat(blob).exists();
  }
}
