package dev.stint.cluster;

import org.jspecify.annotations.Nullable;

/**
 * A cell as the authority knows it.
 *
 * @param owner the one process that may run it
 * @param backup the process that keeps its checkpoints; null under the policy that keeps none
 * @param pending the attempt under way, or null
 */
public record CellView(
    CellId cell,
    JobRun run,
    NodeProcess owner,
    Epoch epoch,
    @Nullable NodeProcess backup,
    @Nullable MoveView pending) {}
