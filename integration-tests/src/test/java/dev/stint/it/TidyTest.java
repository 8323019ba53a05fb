package dev.stint.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps files short, names plain, and the repository free of what belongs to one machine. */
class TidyTest {
  private static final int MAX_LINES = 500;

  /** Longer files, each with its reason. */
  private static final Map<String, String> LONG_FILES = Map.of();

  private static final List<String> BANNED_SUFFIXES =
      List.of("Manager", "Helper", "Utils", "Util", "Impl", "Info", "Base");

  private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

  private static final Pattern CLOCK = Pattern.compile("System\\.(nanoTime|currentTimeMillis)\\(");

  private final Path root = Repository.root();

  @Test
  void no_source_file_is_longer_than_the_limit() {
    assertThat(
            sources(root)
                .filter(p -> lines(p).size() > MAX_LINES)
                .map(p -> p.getFileName().toString())
                .filter(name -> !LONG_FILES.containsKey(name)))
        .isEmpty();
  }

  @Test
  void no_class_has_a_name_that_says_nothing() {
    assertThat(
            mainSources()
                .map(p -> p.getFileName().toString().replace(".java", ""))
                .filter(name -> BANNED_SUFFIXES.stream().anyMatch(name::endsWith)))
        .isEmpty();
  }

  @Test
  void nothing_is_marked_unfinished() {
    assertThat(
            sources(root)
                .filter(p -> !p.getFileName().toString().equals("TidyTest.java"))
                .filter(p -> UNFINISHED.matcher(text(p)).find())
                .map(Path::toString))
        .isEmpty();
  }

  @Test
  void every_package_says_what_it_is() {
    assertThat(
            mainSources()
                .map(Path::getParent)
                .distinct()
                .filter(dir -> !Files.exists(dir.resolve("package-info.java")))
                .map(Path::toString))
        .isEmpty();
  }

  @Test
  void the_pure_module_never_reads_a_clock() {
    assertThat(
            sources(root.resolve("cluster/src/main"))
                .filter(p -> CLOCK.matcher(text(p)).find())
                .map(Path::toString))
        .isEmpty();
  }

  @Test
  void no_test_sleeps() {
    assertThat(
            sources(root)
                .filter(p -> p.toString().contains("src/test/java"))
                .filter(p -> !p.toString().contains("conformance/programs"))
                .filter(p -> !p.getFileName().toString().equals("TidyTest.java"))
                .filter(p -> text(p).contains("Thread.sleep("))
                .map(Path::toString))
        .isEmpty();
  }

  private Stream<Path> mainSources() {
    return sources(root).filter(p -> p.toString().contains("src/main/java"));
  }

  private static Stream<Path> sources(Path from) {
    try (Stream<Path> walk = Files.walk(from)) {
      return walk
          .filter(p -> p.toString().endsWith(".java"))
          .filter(p -> !p.toString().contains("/target/"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path path) {
    return text(path).lines().toList();
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
