package dev.stint.coordinator.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stint.coordinator.Coordinator;
import dev.stint.coordinator.CoordinatorOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard as a browser gets it, over loopback. */
@Timeout(60)
class DashboardHttpTest {
  private static final int MOST_SCRIPT = 60 * 1024;

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path data;
  private Coordinator coordinator;

  @BeforeEach
  void start() throws Exception {
    coordinator =
        Coordinator.start(
            CoordinatorOptions.parse(
                "--data", data.toString(), "--listen", "127.0.0.1:0", "--http", "127.0.0.1:0"));
  }

  @AfterEach
  void stop() {
    coordinator.close();
    client.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + coordinator.httpAddress() + path));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  @Test
  void everything_that_the_page_names_is_served() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'self'");
    List<String> named =
        Stream.of(page.body().split("\""))
            .filter(text -> text.matches("[a-z]+\\.(js|css|svg)"))
            .toList();
    assertThat(named).contains("app.js", "app.css", "icon.svg");
    for (String name : named) {
      assertThat(get("/" + name).statusCode()).as(name).isEqualTo(200);
    }
    assertThat(get("/preact.js").body()).contains("export");
    assertThat(get("/uplot.js").headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/javascript");
  }

  @Test
  void our_own_script_is_small() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (String name : List.of("/app.js", "/map.js", "/parts.js")) {
        gzip.write(get(name).body().getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(packed.size()).isBetween(1_000, MOST_SCRIPT);
  }

  @Test
  void the_stream_shows_the_cluster_again_and_again() throws Exception {
    HttpResponse<Stream<String>> stream =
        client.send(request("/stream").build(), BodyHandlers.ofLines());
    assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    try (Stream<String> lines = stream.body()) {
      List<JsonObject> overviews =
          lines
              .filter(line -> line.startsWith("data:"))
              .map(line -> JsonParser.parseString(line.substring("data:".length())))
              .filter(page -> page.isJsonObject() && page.getAsJsonObject().has("nodesUp"))
              .map(page -> page.getAsJsonObject())
              .limit(2)
              .toList();
      assertThat(overviews).allMatch(page -> page.get("health").getAsString().equals("down"));
      assertThat(overviews.get(1).get("atMillis").getAsLong())
          .isGreaterThan(overviews.get(0).get("atMillis").getAsLong());
    }
  }

  @Test
  void what_is_wrong_is_said() throws Exception {
    assertThat(get("/job").statusCode()).isEqualTo(400);
    HttpResponse<String> unknown = get("/job?id=jnothere");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("jnothere");
    HttpResponse<String> posted =
        client.send(request("/").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    assertThat(posted.statusCode()).isEqualTo(405);
  }

  @Test
  void a_page_of_another_name_for_this_machine_gets_nothing() throws Exception {
    URI address = URI.create("http://" + coordinator.httpAddress());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(read(socket.getInputStream())).startsWith("HTTP/1.1 421");
    }
  }

  private static String read(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
