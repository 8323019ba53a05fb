package dev.stint.cluster;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks to be run.
 *
 * @param id drawn by the client; submitting the same request again attaches to the same job
 * @param name shown to people, need not be unique
 * @param bundle the classpath's manifest, stored as a blob
 * @param entry the root tasklet's encoded body with its arguments, stored as a blob
 * @param spec the rest of the job's specification, by option name; the authority keeps it and never
 *     reads it
 * @param idempotencyKey a name of the caller's own that also attaches to the same job, or null
 * @param restartsOnLoss how often the job is started again from its arguments when cells of it are
 *     lost with a node; 0 means that such a loss ends the job
 */
public record JobRequest(
    JobId id,
    String name,
    Digest bundle,
    Digest entry,
    SortedMap<String, String> spec,
    @Nullable String idempotencyKey,
    int restartsOnLoss) {

  /** Copies the specification; refuses a negative restart count. */
  public JobRequest {
    if (restartsOnLoss < 0) {
      throw new IllegalArgumentException("restartsOnLoss is at least 0, not " + restartsOnLoss);
    }
    spec = Collections.unmodifiableSortedMap(new TreeMap<>(spec));
  }

  /** Whether another request asks for the same code with the same arguments. */
  public boolean asksTheSameAs(JobRequest other) {
    return bundle.equals(other.bundle) && entry.equals(other.entry);
  }
}
