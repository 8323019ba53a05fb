package dev.stint.client;

import java.util.List;
import java.util.Map;

/**
 * A job as it is handed to the cluster, all its content being there already.
 *
 * @param classpath in order
 * @param files by the name that the job's code uses
 * @param input whether its {@code System.in} will be fed
 */
public record JobRequest(
    JobId id,
    JobSpec spec,
    List<ShippedFile> classpath,
    Map<String, ShippedFile> files,
    JobEntry entry,
    Surroundings surroundings,
    boolean input) {}
