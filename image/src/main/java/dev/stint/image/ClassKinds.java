package dev.stint.image;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Objects;
import java.util.Set;

/** Tells the JDK's classes from those of programs. */
final class ClassKinds {
  /** Superclasses whose hidden fields a program cannot observe after a move. */
  private static final Set<String> WITHOUT_OBSERVABLE_STATE =
      Set.of(
          "java.lang.Object",
          "java.util.AbstractList",
          "java.util.AbstractMap",
          "java.io.Reader",
          "java.io.Writer");

  private ClassKinds() {}

  static boolean isJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  static boolean isLambda(Class<?> type) {
    return type.isHidden() && type.isSynthetic();
  }

  /** The nearest superclass that belongs to the JDK; the class itself if it does. */
  static Class<?> jdkBase(Class<?> type) {
    Class<?> base = type;
    while (!isJdk(base)) {
      base = superclass(base);
    }
    return base;
  }

  /** The topmost superclass that belongs to the program: the one right below the JDK's. */
  static Class<?> topUserClass(Class<?> type) {
    Class<?> top = type;
    while (!isJdk(superclass(top))) {
      top = superclass(top);
    }
    return top;
  }

  /** The superclass of a class that is not Object, and no interface. */
  static Class<?> superclass(Class<?> type) {
    return Objects.requireNonNull(type.getSuperclass());
  }

  /** Whether objects get nothing from this JDK class that would have to travel. */
  static boolean hasNoState(Class<?> jdkClass) {
    for (Class<?> c = jdkClass; c != null; c = c.getSuperclass()) {
      if (!WITHOUT_OBSERVABLE_STATE.contains(c.getName()) && hasInstanceFields(c)) {
        return false;
      }
    }
    return true;
  }

  static boolean hasInstanceFields(Class<?> type) {
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        return true;
      }
    }
    return false;
  }
}
