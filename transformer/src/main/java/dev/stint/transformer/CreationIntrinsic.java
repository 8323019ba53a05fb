package dev.stint.transformer;

/**
 * Adds a call of a static method after each {@code new} of a class or one of its subclasses in the
 * program. The method takes the new object, as an {@code owner}, and returns nothing.
 *
 * @param owner internal name of the class
 * @param targetOwner internal name of the class that has the method
 * @param targetName the method's name
 */
public record CreationIntrinsic(String owner, String targetOwner, String targetName) {}
