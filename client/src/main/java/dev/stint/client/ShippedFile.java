package dev.stint.client;

import java.nio.file.Path;

/**
 * A file as the cluster will keep it.
 *
 * @param digest of its content
 * @param name what messages call it
 * @param size in bytes
 * @param path where its content is now
 */
public record ShippedFile(ContentDigest digest, String name, long size, Path path) {}
