package dev.stint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./stint}, as far as it goes without a build. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a bash script")
class LauncherTest {
  @TempDir Path dir;

  @Test
  void a_java_home_that_is_no_jdk_25_gives_one_clear_sentence() throws Exception {
    Path old = Files.createDirectories(dir.resolve("jdk-17/bin")).getParent();
    Files.createFile(old.resolve("bin/javac")).toFile().setExecutable(true);
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");

    Process launcher = launch(old);

    assertThat(new String(launcher.getErrorStream().readAllBytes()))
        .isEqualTo(
            "stint: STINT_JAVA_HOME is "
                + old
                + ", which is no JDK 25 or newer. Point it at one, or unset it.\n");
    assertThat(launcher.waitFor()).isEqualTo(2);
  }

  private static Process launch(Path javaHome) throws IOException {
    Path script = Path.of("..", "stint").toAbsolutePath().normalize();
    ProcessBuilder builder = new ProcessBuilder(script.toString(), "version");
    builder.environment().put("STINT_JAVA_HOME", javaHome.toString());
    return builder.start();
  }
}
