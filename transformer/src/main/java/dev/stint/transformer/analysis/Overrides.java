package dev.stint.transformer.analysis;

import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Finds the override relations of one class: between what it declares and what its supertypes
 * declare, and between what it inherits from a superclass and the interfaces it brings in.
 */
final class Overrides {
  private final Hierarchy hierarchy;

  Overrides(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /**
   * Reports each pair (overrider, overridden), both as declarations. Package-private methods of
   * other packages are counted in: a form too many does no harm.
   */
  void forEach(ClassHeader type, BiConsumer<MethodRef, MethodRef> found) {
    for (Map.Entry<Signature, Integer> method : type.methods().entrySet()) {
      if (ClassHeader.isVirtual(method.getKey(), method.getValue())) {
        MethodRef overrider = new MethodRef(type.name(), method.getKey());
        for (String above : hierarchy.supertypesOf(type.name())) {
          ClassHeader header = hierarchy.find(above);
          if (header != null && header.declaresVirtual(method.getKey())) {
            found.accept(overrider, new MethodRef(above, method.getKey()));
          }
        }
      }
    }
    if (!type.isInterface()) {
      forEachInherited(type, found);
    }
  }

  private void forEachInherited(ClassHeader type, BiConsumer<MethodRef, MethodRef> found) {
    String superName = type.superName();
    if (superName == null || superName.equals(Hierarchy.OBJECT)) {
      return;
    }
    for (String above : hierarchy.supertypesOf(type.name())) {
      ClassHeader header = hierarchy.find(above);
      if (header == null || !header.isInterface() || hierarchy.isSubtype(superName, above)) {
        continue;
      }
      for (Signature signature : header.methods().keySet()) {
        if (header.declaresVirtual(signature) && !type.methods().containsKey(signature)) {
          MethodRef inherited = hierarchy.resolveInClasses(superName, signature);
          if (inherited != null && isVirtual(inherited)) {
            found.accept(inherited, new MethodRef(above, signature));
          }
        }
      }
    }
  }

  private boolean isVirtual(MethodRef method) {
    ClassHeader header = hierarchy.find(method.owner());
    return header != null && header.declaresVirtual(method.signature());
  }
}
