package dev.stint.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoordinatorOptionsTest {
  @TempDir Path data;

  private static StartupException refusal(String... arguments) {
    try {
      CoordinatorOptions.parse(arguments).address();
    } catch (StartupException e) {
      return e;
    }
    throw new AssertionError("accepted: " + String.join(" ", arguments));
  }

  @Test
  void loopback_port_7400_is_the_default() throws StartupException {
    CoordinatorOptions options = CoordinatorOptions.parse("--data", "d");
    assertThat(options)
        .isEqualTo(
            new CoordinatorOptions(Path.of("d"), "127.0.0.1", 7400, false, "127.0.0.1:7480"));
    assertThat(CoordinatorOptions.parse("--data", "d", "--listen", "[::1]:0").host())
        .isEqualTo("::1");
  }

  @Test
  void arguments_that_make_no_sense_are_usage_errors() {
    assertThat(refusal("--data", "d", "--liste", "x")).hasMessageContaining("unknown argument");
    assertThat(refusal("--data")).hasMessageContaining("--data needs a value");
    assertThat(refusal()).hasMessageContaining("--data is missing");
    assertThat(refusal("--data", "d", "--listen", "host")).hasMessageContaining("HOST:PORT");
    assertThat(refusal("--data", "d", "--listen", "h:70000")).hasMessageContaining("is no port");
    assertThat(refusal("--data").kind().exitCode()).isEqualTo(2);
  }

  @Test
  void listening_beyond_loopback_takes_insecure() throws StartupException {
    assertThat(refusal("--data", "d", "--listen", "0.0.0.0:7400"))
        .hasMessageContaining("refusing to listen")
        .hasMessageContaining("--insecure");
    assertThat(
            CoordinatorOptions.parse("--data", "d", "--listen", "0.0.0.0:7400", "--insecure")
                .address()
                .getPort())
        .isEqualTo(7400);
  }

  @Test
  void http_keeps_to_loopback_too() throws StartupException {
    assertThatThrownBy(
            () -> CoordinatorOptions.parse("--data", "d", "--http", "0.0.0.0:7480").httpAddress())
        .hasMessageContaining("refusing to listen on 0.0.0.0")
        .hasMessageContaining("--insecure");
    assertThatThrownBy(() -> CoordinatorOptions.parse("--data", "d", "--http", "7480"))
        .hasMessageContaining("--http takes HOST:PORT, not '7480'");
    assertThat(CoordinatorOptions.parse("--data", "d", "--http", "none").httpAddress()).isNull();
  }

  @Test
  void a_port_in_use_is_one_sentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CoordinatorOptions options =
          new CoordinatorOptions(data, "127.0.0.1", taken.getLocalPort(), false);
      assertThatThrownBy(() -> Coordinator.start(options))
          .isInstanceOfSatisfying(
              StartupException.class,
              e -> assertThat(e.kind()).isEqualTo(StartupException.Kind.CONFLICT))
          .hasMessageContaining("port " + taken.getLocalPort() + " of 127.0.0.1 is in use");
    }
    Coordinator.start(CoordinatorOptions.loopback(data)).close();
  }
}
