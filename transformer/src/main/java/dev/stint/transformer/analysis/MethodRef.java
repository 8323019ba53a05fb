package dev.stint.transformer.analysis;

/** One declaration of a method, in the class with this internal name. */
public record MethodRef(String owner, Signature signature) {}
