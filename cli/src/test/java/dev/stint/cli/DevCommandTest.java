package dev.stint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class DevCommandTest {
  @Test
  void a_port_in_use_is_named_before_anything_is_started() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Invocation result =
          Invocation.of(new FakeCluster(), "dev", "--port", String.valueOf(taken.getLocalPort()));
      assertThat(result.exitCode()).isEqualTo(5);
      assertThat(result.err())
          .contains("port " + taken.getLocalPort() + " is in use")
          .contains("choose another with --port");
    }
  }

  @Test
  void a_cluster_without_nodes_is_refused() {
    Invocation result = Invocation.of(new FakeCluster(), "dev", "--nodes", "0");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).isEqualTo("stint: a cluster has at least 1 node, not 0\n");
  }

  @Test
  void the_demo_needs_sources_that_are_there() {
    Invocation result = Invocation.of(new FakeCluster(), "demo", "--input", "nowhere.zip");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).startsWith("stint: nowhere.zip is not there");
  }
}
