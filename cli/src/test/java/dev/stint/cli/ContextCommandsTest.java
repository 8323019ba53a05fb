package dev.stint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextCommandsTest {
  @TempDir Path dir;

  private Invocation context(String line) {
    return Invocation.of(
        _ -> new FakeCluster(),
        Screen.NONE,
        Map.of("XDG_CONFIG_HOME", dir.toString()),
        "",
        ("context " + line).split(" "));
  }

  @Test
  void a_context_is_set_used_and_removed() {
    assertThat(context("set prod host").out()).isEqualTo("prod is host\n");
    assertThat(context("use prod").exitCode()).isZero();
    assertThat(context("ls").out()).isEqualTo("CURRENT  NAME  ADDRESS\n*        prod  host:7400\n");
    assertThat(context("rm prod").exitCode()).isZero();
    assertThat(context("ls").err()).startsWith("no contexts. Make one with");
  }

  @Test
  void a_dry_run_writes_nothing() {
    assertThat(context("set prod host --dry-run").exitCode()).isZero();
    assertThat(context("ls").out()).isEmpty();
  }

  @Test
  void one_that_is_not_there_is_3_and_what_is_none_is_2() {
    assertThat(context("use prod").exitCode()).isEqualTo(3);
    assertThat(context("rm prod").err())
        .isEqualTo("stint: there is no context prod; 'stint context ls' shows those there are\n");
    assertThat(context("set a.b host").exitCode()).isEqualTo(2);
    assertThat(context("set a host:x").exitCode()).isEqualTo(2);
  }
}
