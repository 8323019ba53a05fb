package dev.stint.coordinator.jetty;

import dev.stint.coordinator.WatchDesk;
import dev.stint.coordinator.micrometer.Meters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers whether the coordinator lives, is ready, and its metrics. */
final class HealthHandler extends Handler.Abstract.NonBlocking {
  /** A coordinator whose loop is silent for this long is held to be unwell. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private record Answer(int status, String text) {}

  private final WatchDesk desk;
  private final Meters meters;

  HealthHandler(WatchDesk desk, Meters meters) {
    this.desk = desk;
    this.meters = meters;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String method = request.getMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      write(new Answer(HttpStatus.METHOD_NOT_ALLOWED_405, "only GET\n"), response, callback);
      return true;
    }
    answer(Request.getPathInContext(request))
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure ->
            new Answer(
                HttpStatus.SERVICE_UNAVAILABLE_503, "the coordinator does not answer in time\n"))
        .thenAccept(answer -> write(answer, response, callback));
    return true;
  }

  private CompletableFuture<Answer> answer(String path) {
    return switch (path) {
      case "/healthz" -> desk.alive().thenApply(_ -> new Answer(HttpStatus.OK_200, "ok\n"));
      case "/readyz" -> desk.alive().thenApply(_ -> ready());
      case "/metrics" ->
          desk.figures()
              .thenApplyAsync(figures -> new Answer(HttpStatus.OK_200, meters.scrape(figures)));
      default ->
          CompletableFuture.completedFuture(
              new Answer(HttpStatus.NOT_FOUND_404, "try /healthz, /readyz or /metrics\n"));
    };
  }

  /** Without shared maps jobs run all the same, so a grid that failed does not make it unready. */
  private Answer ready() {
    String grid = desk.grid();
    int status = grid.equals("starting") ? HttpStatus.SERVICE_UNAVAILABLE_503 : HttpStatus.OK_200;
    return new Answer(status, "log: up\nshared maps: " + grid + "\n");
  }

  private static void write(Answer answer, Response response, Callback callback) {
    response.setStatus(answer.status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
    response.write(true, ByteBuffer.wrap(answer.text.getBytes(StandardCharsets.UTF_8)), callback);
  }
}
