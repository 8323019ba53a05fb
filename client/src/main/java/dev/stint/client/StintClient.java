package dev.stint.client;

import dev.stint.Tasklet;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a cluster, through which jobs are submitted and found again.
 *
 * <p>Safe for use by many threads. Closing it ends the connection, never a job.
 */
public interface StintClient extends AutoCloseable {

  /**
   * Connects to the address in {@code STINT_ADDRESS}, else the command line's current context, else
   * {@code localhost:7400}.
   *
   * @throws StintUnavailableException if no coordinator answers there
   */
  static StintClient connect() {
    return connect(Addresses.ofThisProcess());
  }

  /**
   * Connects to a coordinator.
   *
   * @param address {@code host:port}, or {@code host} for port 7400
   * @throws StintUnavailableException if no coordinator answers there
   * @throws IllegalArgumentException if that is no address
   */
  static StintClient connect(String address) {
    return RemoteClient.connect(Addresses.normalize(address), () -> {});
  }

  /**
   * A whole cluster of {@code nodes} nodes in this JVM, for unit tests and for trying things. Its
   * data is in a temporary folder and goes when the client is closed.
   *
   * @throws IllegalStateException if the artifact {@code stint-embedded} is not on the class path
   */
  static StintClient embedded(int nodes) {
    if (nodes < 1) {
      throw new IllegalArgumentException("a cluster has at least 1 node, not " + nodes);
    }
    EmbeddedProvider provider =
        ServiceLoader.load(EmbeddedProvider.class)
            .findFirst()
            .orElseThrow(() ->
                new IllegalStateException(
                    "StintClient.embedded needs the artifact dev.stint:stint-embedded, which is"
                        + " not on the class path. Add it as a (test) dependency; it needs"
                        + " Java 25"));
    EmbeddedProvider.Cluster cluster = provider.start(nodes);
    return RemoteClient.connect(Addresses.normalize(cluster.address()), cluster::close);
  }

  /** Submits {@code body} as a job: {@link #submit(JobSpec, Tasklet.Body)} with only a name. */
  default <T extends @Nullable Object> Job<T> submit(String name, Tasklet.Body<T> body) {
    return submit(JobSpec.named(name), body);
  }

  /**
   * Ships {@code body} with the class path of this program, and queues it as a job. What the
   * cluster has already is not uploaded again.
   *
   * @throws NotShippableException if the body captures what cannot be handed over, naming its field
   *     path; nothing has been sent then
   * @throws RefusedException if the cluster refuses the job: another body under the same
   *     idempotency key, no space
   * @throws StintUnavailableException if the coordinator does not answer
   */
  <T extends @Nullable Object> Job<T> submit(JobSpec spec, Tasklet.Body<T> body);

  /** Ships a program and runs its {@code main} as a job, which yields no value. */
  Job<@Nullable Void> submitMain(JobSpec spec, MainProgram program);

  /**
   * One job per item, each with {@code function} applied to it; the jobs are in the items' order
   * and called {@code name[0]}, {@code name[1]} and so on.
   */
  <A extends @Nullable Object, R extends @Nullable Object> List<Job<R>> map(
      String name,
      Collection<? extends A> items,
      Tasklet.Function<? super A, ? extends R> function);

  /**
   * The handle of a job that exists already, submitted here or elsewhere. An unknown id shows at
   * the handle's first use, as {@link NotFoundException}.
   */
  <T extends @Nullable Object> Job<T> job(JobId id);

  /** {@link #job(JobId)} for an id as text. */
  default <T extends @Nullable Object> Job<T> job(String id) {
    return job(new JobId(id));
  }

  /** What operators ask of the cluster. */
  Operator operator();

  /** The address this client is connected to, as {@code host:port}. */
  String address();

  /** Ends the connection; jobs go on. Closing twice does nothing. */
  @Override
  void close();
}
