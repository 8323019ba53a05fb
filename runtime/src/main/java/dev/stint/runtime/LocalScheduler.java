package dev.stint.runtime;

import dev.stint.Tasklet;
import dev.stint.image.ImageCodec;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs bodies as tasklets in this JVM, without a cluster. Their classes are loaded anew and
 * transformed, so statics are not those of the caller, and what a body captures is copied.
 */
public final class LocalScheduler implements AutoCloseable {
  private final TaskletEngine engine;

  private LocalScheduler(TaskletEngine engine) {
    this.engine = engine;
  }

  /** With {@code n} threads, which share their tasklets. */
  public static LocalScheduler carriers(int n) {
    return new LocalScheduler(
        TaskletEngine.start(new EngineOptions(n, Duration.ofMillis(10), 256, cacheDirectory())));
  }

  /** With one thread and virtual time, in reproducible order. */
  public static LocalScheduler deterministic() {
    return new LocalScheduler(
        TaskletEngine.deterministic(
            new EngineOptions(1, Duration.ofMillis(10), 16, cacheDirectory())));
  }

  private static Path cacheDirectory() {
    try {
      Path folder =
          Path.of(
              java.util.Objects.requireNonNullElse(System.getProperty("java.io.tmpdir"), "."),
              "stint-cache");
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a body to its end as the root tasklet of a job of its own.
   *
   * @return what it returned, as a copy in the caller's classes
   * @throws RuntimeException what it threw; a checked exception arrives as the cause of a {@link
   *     dev.stint.TaskletFailedException}
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // The body's own type, which may allow null.
  public <T extends @Nullable Object> T run(Tasklet.Body<T> body) throws InterruptedException {
    LocalHost host =
        new LocalHost(
            ProcessStreams.own(false),
            ProcessStreams.own(true),
            InputStream.nullInputStream(),
            Map.of());
    List<Path> classPath = ownClassPath();
    try {
      String digest = LocalMain.digestOf(classPath);
      JobCode code = new JobCode(digest, classPath, List.of(LambdaRoots.of(body)));
      ImageCodec codec = clientCodec(body, digest);
      try (JobRuntime job = engine.open(code, JobSettings.named("local"), host)) {
        job.startBody(host.newCell(), codec.encode(body, "body"));
        return (T) resultOf(host.end().get(), codec);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of a local job cannot fail", e);
    }
  }

  private static ImageCodec clientCodec(Object body, String digest) {
    ClassLoader own = body.getClass().getClassLoader();
    ClassLoader loader = own == null ? ClassLoader.getSystemClassLoader() : own;
    return ImageCodec.forLoader(loader)
        .header(new dev.stint.image.ImageHeader(dev.stint.abi.Abi.VERSION, digest))
        .build();
  }

  private static @Nullable Object resultOf(CellOutcome outcome, ImageCodec codec) {
    return switch (outcome) {
      case CellOutcome.Returned returned -> codec.decode(returned.value());
      case CellOutcome.Cancelled cancelled ->
          throw new CancellationException("the body was cancelled");
      case CellOutcome.Exited exited ->
          throw new IllegalStateException("the body called System.exit(" + exited.status() + ")");
      case CellOutcome.Threw threw -> throw thrown(threw, codec);
    };
  }

  private static RuntimeException thrown(CellOutcome.Threw threw, ImageCodec codec) {
    Object decoded = threw.throwable().length == 0 ? null : codec.decode(threw.throwable());
    return switch (decoded) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      case Throwable checked ->
          new dev.stint.TaskletFailedException("the body failed: " + checked, checked);
      case null, default ->
          new IllegalStateException("the body failed: " + threw.type() + ": " + threw.message());
    };
  }

  private static List<Path> ownClassPath() {
    return Arrays.stream(
            java.util.Objects.requireNonNullElse(System.getProperty("java.class.path"), "")
                .split(File.pathSeparator))
        .map(Path::of)
        .filter(Files::exists)
        .toList();
  }

  /** Ends the threads. */
  @Override
  public void close() {
    engine.close();
  }
}
