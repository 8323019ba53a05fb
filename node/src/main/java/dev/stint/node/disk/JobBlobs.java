package dev.stint.node.disk;

import com.google.protobuf.ByteString;
import dev.stint.cluster.Digest;
import dev.stint.cluster.JobRun;
import dev.stint.node.BlobGateway;
import dev.stint.node.JobFiles;
import dev.stint.proto.Artifact;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What jobs need from disk: their class path, and their files under the right names. */
public final class JobBlobs implements BlobGateway, JobFiles {
  private static final Logger LOG = LoggerFactory.getLogger(JobBlobs.class);

  private final BlobCache cache;
  private final NamedFiles names;
  private final Store store;

  /**
   * Blobs and names on disk.
   *
   * @param store where new content goes
   */
  public JobBlobs(BlobCache cache, NamedFiles names, Store store) {
    this.cache = cache;
    this.names = names;
    this.store = store;
  }

  /** Where new content goes. */
  @FunctionalInterface
  public interface Store {
    /** Stores content durably; waits. */
    Digest put(byte[] content) throws IOException;
  }

  @Override
  public Path fetch(Artifact artifact) throws IOException {
    return cache.path(
        Digest.of(artifact.getDigest().getSha256().toByteArray()), artifact.getName());
  }

  @Override
  public dev.stint.proto.Digest put(byte[] content) throws IOException {
    return dev.stint.proto.Digest.newBuilder()
        .setSha256(ByteString.copyFrom(store.put(content).toByteArray()))
        .build();
  }

  @Override
  public Path provide(JobRun run, String name, Artifact file) throws IOException {
    return names.link(folder(run), name, fetch(file));
  }

  @Override
  public void forget(JobRun run) {
    try {
      names.forget(folder(run));
    } catch (IOException e) {
      LOG.warn("the files of job {} were not removed: {}", run, e.getMessage());
    }
  }

  private static String folder(JobRun run) {
    return run.toString().replace('/', '-');
  }
}
