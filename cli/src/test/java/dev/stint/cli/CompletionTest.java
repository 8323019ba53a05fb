package dev.stint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bash completes with the script that it is given. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs bash")
class CompletionTest {
  @TempDir Path folder;
  private Path script;

  @BeforeEach
  void writeScript() throws Exception {
    script = folder.resolve("stint.bash");
    Files.writeString(script, Invocation.of(new FakeCluster(), "completion", "bash").out());
  }

  /** The last of the words is what is being typed. */
  private List<String> completions(String line) throws Exception {
    String[] words = line.split(" ", -1);
    String command =
        "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; _complete_stint;"
                .formatted(script, line.endsWith(" ") ? line + "''" : line, words.length - 1, line)
            + " printf '%s\\n' \"${COMPREPLY[@]}\"";
    Process bash =
        new ProcessBuilder("bash", "--norc", "-c", command).redirectErrorStream(true).start();
    String shown = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(shown).isZero();
    return shown.lines().map(String::strip).filter(each -> !each.isEmpty()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "stint bal, balance",
    "stint node dr, drain",
    "stint node drain --dr, --dry-run",
    "stint node ls -o js, json",
    "stint job ls --fie, --fields"
  })
  void a_word_begun_is_completed(String line, String expected) throws Exception {
    assertThat(completions(line)).contains(expected);
  }
}
