package dev.stint.coordinator.jetty;

import com.google.gson.Gson;
import dev.stint.coordinator.RequestException;
import dev.stint.coordinator.WatchDesk;
import dev.stint.coordinator.dashboard.Broadcast;
import dev.stint.coordinator.dashboard.Publisher;
import dev.stint.coordinator.dashboard.SharedAnswers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the dashboard: its files, its one stream, and one job at a time. */
final class DashboardHandler extends Handler.Abstract implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DashboardHandler.class);
  private static final String JARS = "/META-INF/resources/webjars/";
  private static final String OWN = "/dev/stint/coordinator/dashboard/";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String JSON = "application/json";

  private record Asset(String place, String type) {}

  private static final Map<String, Asset> ASSETS =
      Map.of(
          "/icon.svg", new Asset(OWN + "icon.svg", "image/svg+xml"),
          "/", new Asset(OWN + "index.html", "text/html; charset=utf-8"),
          "/app.js", new Asset(OWN + "app.js", SCRIPT),
          "/map.js", new Asset(OWN + "map.js", SCRIPT),
          "/parts.js", new Asset(OWN + "parts.js", SCRIPT),
          "/app.css", new Asset(OWN + "app.css", STYLE),
          "/preact.js", new Asset(JARS + "preact/10.27.2/dist/preact.module.js", SCRIPT),
          "/uplot.js", new Asset(JARS + "uplot/1.6.30/dist/uPlot.esm.js", SCRIPT),
          "/uplot.css", new Asset(JARS + "uplot/1.6.30/dist/uPlot.min.css", STYLE));

  private final WatchDesk desk;
  private final HostCheck hosts;
  private final Gson gson = new Gson();
  private final Broadcast broadcast = new Broadcast();
  private final SharedAnswers answers = new SharedAnswers(System::nanoTime);
  private final ScheduledExecutorService publishing =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("dashboard").daemon(true).factory());

  DashboardHandler(WatchDesk desk, HostCheck hosts) {
    this.desk = desk;
    this.hosts = hosts;
    Publisher publisher = new Publisher(desk, this::json, broadcast);
    long period = Publisher.PERIOD.toMillis();
    publishing.scheduleWithFixedDelay(
        () -> publish(publisher), period, period, TimeUnit.MILLISECONDS);
  }

  private static void publish(Publisher publisher) {
    try {
      publisher.step();
    } catch (RuntimeException e) {
      LOG.warn("the dashboard shows nothing new", e);
    }
  }

  private byte[] json(Object page) {
    return gson.toJson(page).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    Asset asset = ASSETS.get(path);
    if (asset == null && !path.equals("/stream") && !path.equals("/job")) {
      return false;
    }
    String method = request.getMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      text(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "only GET\n");
    } else if (!hosts.allows(request.getHeaders().get(HttpHeader.HOST))) {
      text(
          response,
          callback,
          HttpStatus.MISDIRECTED_REQUEST_421,
          "this server is not known by that name; use localhost, its address, or the host that"
              + " --http names\n");
    } else if (asset != null) {
      write(response, callback, asset.type, read(asset));
    } else if (path.equals("/stream")) {
      stream(response, callback);
    } else {
      job(request, response, callback);
    }
    return true;
  }

  private void stream(Response response, Callback callback) {
    head(response, "text/event-stream");
    if (!Viewer.open(broadcast, response, callback)) {
      text(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "too many viewers\n");
    }
  }

  private void job(Request request, Response response, Callback callback) {
    Fields query = Request.extractQueryParameters(request);
    String id = query.getValue("id");
    if (id == null) {
      text(response, callback, HttpStatus.BAD_REQUEST_400, "which job? add ?id=ID\n");
      return;
    }
    answers
        .of(
            id,
            () ->
                CompletableFuture.supplyAsync(() -> json(readJob(id)), getServer().getThreadPool()))
        .thenAccept(bytes -> write(response, callback, JSON, bytes))
        .exceptionally(failure -> {
          refuse(response, callback, failure);
          return null;
        });
  }

  private static void refuse(Response response, Callback callback, Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    boolean refused = cause instanceof RequestException;
    int status = refused ? HttpStatus.NOT_FOUND_404 : HttpStatus.INTERNAL_SERVER_ERROR_500;
    text(response, callback, status, cause.getMessage() + "\n");
  }

  private Object readJob(String id) {
    try {
      return desk.job(id);
    } catch (IOException e) {
      throw new UncheckedIOException("the job's record cannot be read now", e);
    }
  }

  private static byte[] read(Asset asset) throws IOException {
    try (InputStream in = DashboardHandler.class.getResourceAsStream(asset.place)) {
      if (in == null) {
        throw new IOException("the dashboard's file " + asset.place + " is not in the jars");
      }
      return in.readAllBytes();
    }
  }

  private static void head(Response response, String type) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, type);
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put(
        "Content-Security-Policy",
        "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
  }

  private static void write(Response response, Callback callback, String type, byte[] bytes) {
    head(response, type);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }

  private static void text(Response response, Callback callback, int status, String text) {
    response.setStatus(status);
    write(response, callback, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    publishing.shutdownNow();
  }
}
