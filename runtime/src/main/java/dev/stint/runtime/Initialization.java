package dev.stint.runtime;

import dev.stint.transformer.InitializerKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which classes of one loader have been initialised, without initialising any. Their initialisers
 * say when they begin; a class without one counts as soon as initialising it would run no other
 * code, and a class that was left as it was counts when it is loaded.
 */
final class Initialization {
  private final Map<Class<?>, InitializerKind> kinds = new ConcurrentHashMap<>();
  private final Set<Class<?>> begun = Collections.synchronizedSet(new LinkedHashSet<>());

  /** Takes in a class that has been defined, before anything can initialise it. */
  void defined(Class<?> type, byte[] classFile) {
    kinds.put(type, InitializerKind.of(classFile));
  }

  /** Takes in that the static initialiser of a class begins. */
  void began(Class<?> type) {
    begun.add(type);
  }

  /**
   * Whether the static initialiser of {@code type} has begun; true for classes of other loaders.
   */
  boolean hasBegun(Class<?> type) {
    return switch (kinds.get(type)) {
      case null -> true;
      case SILENT -> true;
      case ANNOUNCED, APART -> begun.contains(type);
      case NONE -> type.isInterface() || haveBegunAbove(type);
    };
  }

  /**
   * A class initialises its superclass, and those interfaces above it that have default methods.
   */
  private boolean haveBegunAbove(Class<?> type) {
    Class<?> superclass = type.getSuperclass();
    if (superclass != null && !hasBegun(superclass)) {
      return false;
    }
    for (Class<?> each : type.getInterfaces()) {
      boolean isPassedBy = kinds.get(each) == InitializerKind.APART || hasBegun(each);
      if (!isPassedBy || !haveBegunAbove(each)) {
        return false;
      }
    }
    return true;
  }

  /** Of the given classes those that have been initialised, in that order as far as it is known. */
  List<Class<?>> inOrder(Iterable<Class<?>> all) {
    Set<Class<?>> ordered;
    synchronized (begun) {
      ordered = new LinkedHashSet<>(begun);
    }
    for (Class<?> type : all) {
      if (hasBegun(type)) {
        ordered.add(type);
      }
    }
    return new ArrayList<>(ordered);
  }

  /**
   * Initialises a class, unless it is.
   *
   * @return whether it is usable now; an initialiser that throws makes it unusable for good
   */
  static boolean run(Class<?> type) {
    try {
      Class.forName(type.getName(), true, type.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(type + " is no longer in its own class loader", e);
    } catch (LinkageError e) {
      return false;
    }
  }
}
