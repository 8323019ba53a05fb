package dev.stint.transformer;

/**
 * Adds a call of a static method to the end of each constructor of the program's direct subclasses
 * of a class. The method takes the new object, as an {@code owner}, and returns nothing.
 *
 * @param owner internal name of the superclass
 * @param targetOwner internal name of the class that has the method
 * @param targetName the method's name
 */
public record SubclassIntrinsic(String owner, String targetOwner, String targetName) {}
