package dev.stint.node;

import dev.stint.proto.Artifact;
import dev.stint.proto.Digest;
import java.io.IOException;
import java.nio.file.Path;

/** Content by digest, kept on this node's disk and got from the coordinator. Calls wait. */
public interface BlobGateway {
  /**
   * The local path of an artifact's content, fetched if it is not here yet.
   *
   * @throws IOException if it cannot be had, naming the file and the cause
   */
  Path fetch(Artifact artifact) throws IOException;

  /** Stores content with the coordinator; returns its digest. */
  Digest put(byte[] content) throws IOException;
}
