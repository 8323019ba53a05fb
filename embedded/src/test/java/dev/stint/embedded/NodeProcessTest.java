package dev.stint.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.client.NodeView;
import dev.stint.client.StintClient;
import dev.stint.node.NodeMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class NodeProcessTest {
  @TempDir private Path folder;

  private Path errors() {
    return folder.resolve("errors");
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(NodeMain.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(errors().toFile())
        .start();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theSignalToEndDrainsTheNodeAndSaysHowThatWent() throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.start(1);
        StintClient stint = StintClient.connect(cluster.address())) {
      Process process =
          start(
              "--name",
              "guest",
              "--coordinator",
              cluster.address(),
              "--listen",
              "127.0.0.1:0",
              "--data",
              folder.resolve("data").toString());
      Await.until(() -> read(errors()).contains("guest is up"), () -> "it says " + read(errors()));
      assertThat(stint.operator().nodes()).extracting(NodeView::name).contains("guest");
      process.destroy();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(errors())).contains("0 moved, 0 pinned, 0 lost");
      assertThat(process.exitValue()).isZero();
    }
  }

  @Test
  void anAddressThatIsNoneIsAnErrorOfUse() throws Exception {
    Process process = start("--coordinator", "here:there");

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(Files.readString(errors()))
        .isEqualTo(
            "stint node: 'here:there' is no address; write host:port, for example localhost:7400"
                + " or [::1]:7400\n");
  }
}
