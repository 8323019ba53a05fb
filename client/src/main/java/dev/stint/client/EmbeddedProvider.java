package dev.stint.client;

/**
 * Starts whole clusters in this JVM; found with {@link java.util.ServiceLoader}. The artifact
 * {@code stint-embedded} has the one implementation.
 */
public interface EmbeddedProvider {

  /**
   * Starts a coordinator and {@code nodes} nodes named {@code node-1}, {@code node-2} and so on.
   * Returns when all of them take jobs.
   */
  Cluster start(int nodes);

  /** A running cluster. */
  interface Cluster extends AutoCloseable {
    /** Where its coordinator listens, as {@code host:port}. */
    String address();

    /** Stops everything and removes its data. */
    @Override
    void close();
  }
}
