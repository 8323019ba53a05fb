package dev.stint.transformer.emit;

import dev.stint.transformer.analysis.ClassHeader;
import dev.stint.transformer.analysis.FormTable;
import dev.stint.transformer.analysis.Hierarchy;
import dev.stint.transformer.analysis.MethodRef;
import dev.stint.transformer.analysis.Signature;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the forms that a class must have although it declares no such method: where it inherits the
 * plain method from a superclass that has no form (the JDK's, mostly), while an interface's default
 * method has one, a call with a context would go past the superclass to the default.
 */
final class InheritedForms {
  private InheritedForms() {}

  static Set<Signature> of(String name, Hierarchy hierarchy, FormTable forms) {
    Set<Signature> needed = new TreeSet<>();
    ClassHeader type = hierarchy.find(name);
    if (type == null || type.isInterface() || type.superName() == null) {
      return needed;
    }
    for (String above : hierarchy.supertypesOf(name)) {
      ClassHeader header = hierarchy.find(above);
      if (header == null
          || !header.isInterface()
          || !header.inProgram()
          || hierarchy.isSubtype(type.superName(), above)) {
        continue;
      }
      for (Signature signature : header.methods().keySet()) {
        if (!type.methods().containsKey(signature)
            && forms.hasForm(new MethodRef(above, signature))) {
          MethodRef inherited = hierarchy.resolveInClasses(type.superName(), signature);
          if (inherited != null && !forms.hasForm(inherited)) {
            needed.add(signature);
          }
        }
      }
    }
    return needed;
  }
}
