package dev.stint.embedded;

import dev.stint.client.EmbeddedProvider;

/** What {@code StintClient.embedded} finds. */
public final class EmbeddedClusters implements EmbeddedProvider {
  /** For the service loader. */
  public EmbeddedClusters() {}

  @Override
  public Cluster start(int nodes) {
    return EmbeddedCluster.start(nodes);
  }
}
