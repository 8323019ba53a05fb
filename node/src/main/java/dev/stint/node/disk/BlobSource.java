package dev.stint.node.disk;

import dev.stint.cluster.Digest;
import java.io.IOException;
import java.io.OutputStream;

/** Where blobs come from that are not here yet. */
@FunctionalInterface
public interface BlobSource {
  /**
   * Writes the whole blob; waits.
   *
   * @throws IOException if there is no such blob or it cannot be read, with the cause
   */
  void read(Digest digest, OutputStream sink) throws IOException;
}
