package dev.stint.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's program compiles, runs and prints what it says. */
class ReadmeIT {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir Path dir;

  @Test
  void the_first_program_of_the_readme_runs() throws Exception {
    String readme = Files.readString(Repository.root().resolve("README.md"));
    Matcher matcher = JAVA.matcher(readme);
    assertThat(matcher.find()).isTrue();
    Path source = Files.writeString(dir.resolve("Hello.java"), matcher.group(1));
    Path classes = Programs.compile(source, dir.resolve("classes"));

    List<String> lines = Programs.plainOutput("Hello", classes);

    long expected = 0;
    for (int i = 1; i <= 1_000_000; i++) {
      expected += i % 7;
    }
    assertThat(lines).containsExactly(Long.toString(expected));
  }
}
