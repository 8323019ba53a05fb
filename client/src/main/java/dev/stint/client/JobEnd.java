package dev.stint.client;

import org.jspecify.annotations.Nullable;

/**
 * How a job ended.
 *
 * @param view what the cluster tells about it; its status is terminal
 * @param result image of the result; empty if there is none, or it is in a blob
 * @param resultBlob where a large result is
 * @param failureImage image of the exception that ended it; may be empty
 */
public record JobEnd(
    JobView view, byte[] result, @Nullable ContentDigest resultBlob, byte[] failureImage) {}
