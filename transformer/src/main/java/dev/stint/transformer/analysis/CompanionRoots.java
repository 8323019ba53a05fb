package dev.stint.transformer.analysis;

import java.lang.classfile.ClassFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds, for a method seen through some type, the outermost types outside the program that declare
 * it. Every subtype has all roots of its supertypes, so a call site may ask for any one root, while
 * an implementor answers to all.
 */
final class CompanionRoots {
  private final Hierarchy hierarchy;
  private final Map<MethodRef, List<CompanionKey>> known = new HashMap<>();

  CompanionRoots(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** The roots in name order; empty if the method cannot be overridden by the program. */
  List<CompanionKey> of(String type, Signature signature) {
    return known.computeIfAbsent(new MethodRef(type, signature), this::find);
  }

  private List<CompanionKey> find(MethodRef seen) {
    Signature signature = seen.signature();
    List<String> declaring = new ArrayList<>();
    addIfDeclared(seen.owner(), signature, declaring);
    hierarchy.supertypesOf(seen.owner()).forEach(t -> addIfDeclared(t, signature, declaring));
    return declaring.stream()
        .filter(t -> declaring.stream().noneMatch(u -> isStrictlyAbove(u, t)))
        .sorted()
        .map(t -> new CompanionKey(t, signature))
        .toList();
  }

  private boolean isStrictlyAbove(String upper, String lower) {
    return !upper.equals(lower) && hierarchy.isSubtype(lower, upper);
  }

  private void addIfDeclared(String type, Signature signature, List<String> into) {
    ClassHeader header = hierarchy.find(type);
    if (header == null || header.inProgram() || !header.isPublic()) {
      return;
    }
    Integer access = header.methods().get(signature);
    if (access != null
        && ClassHeader.isVirtual(signature, access)
        && (access & ClassFile.ACC_PUBLIC) != 0
        && (access & ClassFile.ACC_FINAL) == 0) {
      into.add(type);
    }
  }
}
