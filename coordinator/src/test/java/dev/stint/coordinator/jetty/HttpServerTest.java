package dev.stint.coordinator.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.coordinator.Coordinator;
import dev.stint.coordinator.CoordinatorOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The HTTP port of a whole coordinator, over loopback. */
@Timeout(60)
class HttpServerTest {
  @TempDir Path data;

  private static HttpResponse<String> get(Coordinator coordinator, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://" + coordinator.httpAddress() + path);
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
  }

  private Coordinator start() throws Exception {
    return Coordinator.start(
        CoordinatorOptions.parse(
            "--data", data.toString(), "--listen", "127.0.0.1:0", "--http", "127.0.0.1:0"));
  }

  @Test
  void it_says_that_it_lives() throws Exception {
    try (Coordinator coordinator = start()) {
      assertThat(get(coordinator, "/healthz").statusCode()).isEqualTo(200);
      assertThat(get(coordinator, "/readyz").body()).contains("log: up");
      assertThat(get(coordinator, "/elsewhere").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void every_metric_of_ours_is_documented_and_every_one_without_a_node_is_there() throws Exception {
    try (Coordinator coordinator = start()) {
      String metrics = get(coordinator, "/metrics").body();
      TreeSet<String> ours =
          metrics
              .lines()
              .filter(line -> line.startsWith("# TYPE stint_"))
              .map(line -> line.split(" ")[2])
              .collect(Collectors.toCollection(TreeSet::new));
      String document = Files.readString(Path.of("..", "docs", "metrics.md"));
      assertThat(ours).filteredOn(name -> !name.endsWith("_max")).allMatch(document::contains);
      assertThat(ours)
          .contains("stint_nodes", "stint_jobs", "stint_tasklets", "stint_moves_total")
          .contains("stint_move_seconds", "stint_log_commit_seconds")
          .contains("stint_queue_oldest_age_seconds", "stint_moves_pending");
      assertThat(metrics).contains("jvm_memory_used_bytes", "stint_nodes{state=\"up\"} 0.0");
    }
  }

  @Test
  void none_switches_it_off() throws Exception {
    CoordinatorOptions options =
        CoordinatorOptions.parse(
            "--data", data.toString(), "--listen", "127.0.0.1:0", "--http", "none");
    try (Coordinator coordinator = Coordinator.start(options)) {
      assertThat(coordinator.httpAddress()).isNull();
    }
  }
}
