package dev.stint.client;

import dev.stint.Tasklet;
import dev.stint.client.grpc.GrpcGateway;
import dev.stint.spi.Applied;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client that speaks to a coordinator through a gateway. */
final class RemoteClient implements StintClient {
  private final ClusterGateway gateway;
  private final Images images;
  private final Shipping shipping;
  private final Supplier<JobId> ids;
  private final Runnable afterClose;

  RemoteClient(
      ClusterGateway gateway,
      Images images,
      Shipping shipping,
      Supplier<JobId> ids,
      Runnable afterClose) {
    this.gateway = gateway;
    this.images = images;
    this.shipping = shipping;
    this.ids = ids;
    this.afterClose = afterClose;
  }

  /**
   * Connects, and asks the coordinator for a sign of life.
   *
   * @param afterClose what to do when the client has been closed
   */
  static RemoteClient connect(String address, Runnable afterClose) {
    ClusterGateway gateway = GrpcGateway.connect(address);
    RemoteClient client =
        new RemoteClient(
            gateway,
            new ImageCodecImages(),
            Shipping.withUserCache(gateway),
            JobIds::random,
            afterClose);
    try {
      gateway.operator().status();
      return client;
    } catch (StintException e) {
      client.close();
      throw e;
    }
  }

  @Override
  public <T extends @Nullable Object> Job<T> submit(JobSpec spec, Tasklet.Body<T> body) {
    ClassLoader loader = loaderOf(body);
    JobEntry entry = entry(spec, body, body);
    return send(spec, Classpath.ofThisProgram(loader), entry, false, loader);
  }

  @Override
  public Job<@Nullable Void> submitMain(JobSpec spec, MainProgram program) {
    JobEntry entry = new JobEntry.Main(program.className(), program.arguments());
    return send(spec, Classpath.of(program.classpath()), entry, program.input(), contextLoader());
  }

  @Override
  public <A extends @Nullable Object, R extends @Nullable Object> List<Job<R>> map(
      String name,
      Collection<? extends A> items,
      Tasklet.Function<? super A, ? extends R> function) {
    ClassLoader loader = loaderOf(function);
    List<JobSpec> specs = new ArrayList<>();
    List<JobEntry> entries = new ArrayList<>();
    for (A item : items) {
      JobSpec spec = JobSpec.named(name + "[" + specs.size() + "]");
      specs.add(spec);
      entries.add(entry(spec, applied(function, item), function));
    }
    List<Job<R>> jobs = new ArrayList<>();
    List<Path> classpath = Classpath.ofThisProgram(loader);
    for (int i = 0; i < specs.size(); i++) {
      jobs.add(send(specs.get(i), classpath, entries.get(i), false, loader));
    }
    return jobs;
  }

  @Override
  public <T extends @Nullable Object> Job<T> job(JobId id) {
    return new RemoteJob<>(gateway, id, results(contextLoader()), null);
  }

  @Override
  public Operator operator() {
    return gateway.operator();
  }

  @Override
  public String address() {
    return gateway.address();
  }

  @Override
  public void close() {
    gateway.close();
    afterClose.run();
  }

  private <T extends @Nullable Object> Job<T> send(
      JobSpec spec, List<Path> classpath, JobEntry entry, boolean input, ClassLoader loader) {
    try (Cargo cargo = shipping.load(classpath, spec.files())) {
      Shipping.Uploaded uploaded = shipping.upload(cargo);
      ClusterGateway.Accepted accepted =
          gateway.submit(
              new JobRequest(
                  ids.get(),
                  spec,
                  cargo.classpath(),
                  cargo.files(),
                  entry,
                  Surroundings.ofThisProcess(),
                  input));
      Submission figures =
          new Submission(
              cargo.all().size(),
              cargo.size(),
              uploaded.files(),
              uploaded.bytes(),
              accepted.attached());
      return new RemoteJob<>(gateway, accepted.id(), results(loader), figures);
    }
  }

  private JobEntry entry(JobSpec spec, Object body, Object code) {
    try {
      return new JobEntry.Body(images.encode(body), CapturingClass.of(code));
    } catch (NotShippableException e) {
      throw new NotShippableException(
          "job '" + spec.name() + "' cannot be sent: " + e.getMessage(), e.getCause());
    }
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // map says that the function takes its items.
  private static Applied<@Nullable Object, @Nullable Object> applied(
      Tasklet.Function<?, ?> function, @Nullable Object item) {
    return new Applied<>((Tasklet.Function<@Nullable Object, @Nullable Object>) function, item);
  }

  private Results results(ClassLoader loader) {
    return new Results(gateway, images, loader);
  }

  private static ClassLoader loaderOf(Object code) {
    ClassLoader loader = code.getClass().getClassLoader();
    return loader == null ? contextLoader() : loader;
  }

  private static ClassLoader contextLoader() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }
}
