package dev.stint.transformer;

/**
 * Replaces the bootstrap method of {@code invokedynamic} instructions by another of the same type.
 *
 * @param owner internal name of the class that has the bootstrap method
 * @param name the bootstrap method's name
 * @param targetOwner internal name of the class that has the other one
 * @param targetName the other's name
 */
public record BootstrapIntrinsic(
    String owner, String name, String targetOwner, String targetName) {}
