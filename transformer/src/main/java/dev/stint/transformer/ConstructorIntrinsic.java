package dev.stint.transformer;

/**
 * Replaces {@code new owner(...)} by a call of a static factory with the same parameters, returning
 * {@code owner}. Calls of {@code super(...)} and {@code this(...)} are left alone.
 *
 * @param owner internal name of the class that is instantiated
 * @param descriptor the constructor's descriptor, which ends in {@code V}
 * @param targetOwner internal name of the class that has the factory
 * @param targetName the factory's name
 */
public record ConstructorIntrinsic(
    String owner, String descriptor, String targetOwner, String targetName) {}
