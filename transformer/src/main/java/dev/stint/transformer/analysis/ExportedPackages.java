package dev.stint.transformer.analysis;

import java.util.HashSet;
import java.util.Set;

/** Which of the running JDK's packages are hidden from programs. */
final class ExportedPackages {
  private static final Set<String> HIDDEN = hidden();

  private ExportedPackages() {}

  private static Set<String> hidden() {
    Set<String> names = new HashSet<>();
    ModuleLayer boot = ModuleLayer.boot();
    for (Module module : boot == null ? Set.<Module>of() : boot.modules()) {
      for (String name : module.getPackages()) {
        if (!module.isExported(name)) {
          names.add(name.replace('.', '/'));
        }
      }
    }
    return names;
  }

  /** Whether any program may name public classes of this package, given by internal name. */
  static boolean contains(String packageName) {
    return !HIDDEN.contains(packageName);
  }
}
