package dev.stint.client;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of the cluster for one job. Immutable: each method returns another spec.
 *
 * @param name what people call the job; it need not be unique
 * @param torture freeze at every n-th safepoint and go on elsewhere; 0 is off
 * @param labels what a node must be labelled to be given a tasklet of the job
 * @param files files to ship, by the name that {@code Tasklet.file} takes
 * @param idempotency the key under which a repeated submit attaches to this job
 * @param lossPolicy what becomes of the job when a node with one of its tasklets is lost
 */
public record JobSpec(
    String name,
    int torture,
    Map<String, String> labels,
    Map<String, Path> files,
    Optional<String> idempotency,
    LossPolicy lossPolicy) {

  public JobSpec {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a job's name is not empty");
    }
    if (torture < 0) {
      throw new IllegalArgumentException("torture must be 0 (off) or more, not " + torture);
    }
    labels = ordered(labels);
    files = ordered(files);
  }

  /** A spec that asks for nothing special. */
  public static JobSpec named(String name) {
    return new JobSpec(name, 0, Map.of(), Map.of(), Optional.empty(), LossPolicy.RESTART);
  }

  /**
   * Freezes each tasklet at every {@code everyNth} safepoint, to bytes and back, and lets it go on
   * in another class loader or on another node. The program must not be able to tell.
   */
  public JobSpec torture(int everyNth) {
    return new JobSpec(name, everyNth, labels, files, idempotency, lossPolicy);
  }

  /** Only nodes with this label get tasklets of the job. */
  public JobSpec on(String label, String value) {
    return new JobSpec(name, torture, with(labels, label, value), files, idempotency, lossPolicy);
  }

  /** Ships a file; {@code Tasklet.file(fileName)} is its path on whatever node the tasklet is. */
  public JobSpec file(String fileName, Path path) {
    return new JobSpec(name, torture, labels, with(files, fileName, path), idempotency, lossPolicy);
  }

  /**
   * Submitting twice with the same key and the same body and arguments is one job; with another
   * body it is refused.
   */
  public JobSpec idempotencyKey(String key) {
    return new JobSpec(name, torture, labels, files, Optional.of(key), lossPolicy);
  }

  /** What becomes of the job when a node is lost with one of its tasklets. */
  public JobSpec onLoss(LossPolicy policy) {
    return new JobSpec(name, torture, labels, files, idempotency, policy);
  }

  private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
    Map<String, V> result = new LinkedHashMap<>(map);
    result.put(key, value);
    return result;
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
