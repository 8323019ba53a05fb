package dev.stint.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the processes of coordinators and nodes say, and end with, when they cannot start. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ServerStartIT {
  @TempDir Path dir;

  /** What a process of the command left behind. */
  private record Outcome(int status, String errors) {}

  private Outcome stint(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.stint.cli.Stint"));
    command.addAll(List.of(arguments));
    Path errors = dir.resolve("errors");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile())
            .start();
    try {
      int status = process.waitFor();
      return new Outcome(status, Files.readString(errors, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }

  private static ServerSocket taken() throws Exception {
    return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
  }

  private String folder(String name) {
    return dir.resolve(name).toString();
  }

  @Test
  void a_coordinators_port_in_use_is_5() throws Exception {
    try (ServerSocket port = taken()) {
      String address = "127.0.0.1:" + port.getLocalPort();
      Outcome outcome =
          stint(
              "coordinator",
              "start",
              "--http",
              "none",
              "--listen",
              address,
              "--data",
              folder("data"));
      assertThat(outcome.status()).as(outcome.errors()).isEqualTo(5);
      assertThat(outcome.errors())
          .contains("stint coordinator: port " + port.getLocalPort(), "in use");
    }
  }

  @Test
  void a_coordinators_data_folder_that_is_a_file_is_6() throws Exception {
    Path file = Files.writeString(dir.resolve("file"), "no folder");
    Outcome outcome =
        stint(
            "coordinator",
            "start",
            "--http",
            "none",
            "--listen",
            "127.0.0.1:0",
            "--data",
            file.toString());
    assertThat(outcome.status()).as(outcome.errors()).isEqualTo(6);
    assertThat(outcome.errors()).contains("stint coordinator: ", file.toString());
    assertThat(outcome.errors()).doesNotContain("\tat ");
  }

  @Test
  void a_coordinator_says_what_it_does_not_understand() throws Exception {
    Outcome outcome = stint("coordinator", "start", "--nonsense");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.errors()).contains("unknown argument '--nonsense'");
  }

  @Test
  void a_node_whose_coordinator_is_away_is_6_and_says_refused() throws Exception {
    String nobody;
    try (ServerSocket port = taken()) {
      nobody = "127.0.0.1:" + port.getLocalPort();
    }
    Outcome outcome =
        stint(
            "node",
            "start",
            "--coordinator",
            nobody,
            "--listen",
            "127.0.0.1:0",
            "--data",
            folder("node"));
    assertThat(outcome.status()).as(outcome.errors()).isEqualTo(6);
    assertThat(outcome.errors())
        .contains("no coordinator answers at " + nobody + " (connection refused)");
  }

  @Test
  void a_nodes_port_in_use_is_5() throws Exception {
    try (ServerSocket port = taken()) {
      String address = "127.0.0.1:" + port.getLocalPort();
      Outcome outcome =
          stint(
              "node",
              "start",
              "--listen",
              address,
              "--data",
              folder("node"),
              "--label",
              "a=b",
              "--carriers",
              "1");
      assertThat(outcome.status()).as(outcome.errors()).isEqualTo(5);
      assertThat(outcome.errors()).contains("cannot listen on " + address);
    }
  }
}
