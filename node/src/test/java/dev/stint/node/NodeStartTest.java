package dev.stint.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeStartTest {
  @TempDir private Path folder;
  private final FakeCluster.Member engine = new FakeCluster().member("n");

  private NodeStartException refusal(
      HostPort coordinator, HostPort listen, Path data, Duration patience) {
    NodeOptions options =
        new NodeOptions(
            "n",
            coordinator,
            listen,
            "",
            data,
            data.resolve("transformed"),
            1,
            Map.of(),
            false,
            patience,
            patience);
    return catchThrowableOfType(NodeStartException.class, () -> Node.start(options, any -> engine));
  }

  private static HostPort local(int port) {
    return new HostPort("127.0.0.1", port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aCoordinatorThatNobodyAnswersForIsNamed() throws IOException {
    HostPort nobody = local(freePort());
    NodeStartException refusal = refusal(nobody, local(0), folder, Duration.ofMillis(200));

    assertThat(refusal.exitStatus()).isEqualTo(6);
    assertThat(refusal)
        .hasMessageContaining("no coordinator answers at " + nobody + " (connection refused). ");
    assertThat(engine.closed).isTrue();
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      HostPort listen = local(taken.getLocalPort());
      NodeStartException refusal = refusal(local(1), listen, folder, Duration.ofSeconds(1));

      assertThat(refusal.exitStatus()).isEqualTo(5);
      assertThat(refusal)
          .hasMessageContaining("cannot listen on " + listen)
          .hasMessageContaining("--listen");
    }
  }

  @Test
  void anOpenDoorIsRefused() {
    NodeStartException refusal =
        refusal(local(1), new HostPort("0.0.0.0", 0), folder, Duration.ofSeconds(1));

    assertThat(refusal.exitStatus()).isEqualTo(2);
    assertThat(refusal).hasMessageContaining("--insecure");
  }

  @Test
  void aDataDirectoryThatIsNoneIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    NodeStartException refusal = refusal(local(1), local(0), file, Duration.ofSeconds(1));

    assertThat(refusal.exitStatus()).isEqualTo(1);
    assertThat(refusal)
        .hasMessageContaining(
            "cannot use the data directory "
                + file
                + ": there is a file of that name. Give another with --data DIR");
  }
}
