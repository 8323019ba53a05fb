package dev.stint.transformer;

/**
 * Replaces reads of one static field by calls of a static method that takes nothing and returns the
 * field's type.
 *
 * @param owner internal name of the class that declares the field
 * @param name the field's name
 * @param descriptor the field's descriptor
 * @param targetOwner internal name of the class that has the target
 * @param targetName the target's name
 */
public record FieldIntrinsic(
    String owner, String name, String descriptor, String targetOwner, String targetName) {}
