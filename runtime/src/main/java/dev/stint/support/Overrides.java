package dev.stint.support;

/** Tells whether a receiver has a default method of the JDK as it is. */
final class Overrides {
  private static final String LAMBDA = "$$Lambda";

  private Overrides() {}

  /** Whether calling the method on the receiver would run the interface's own default. */
  static boolean hasDefault(
      Object receiver, Class<?> declaring, String name, Class<?>... parameters) {
    Class<?> type = receiver.getClass();
    if (type.getName().contains(LAMBDA)) {
      return true;
    }
    try {
      return type.getMethod(name, parameters).getDeclaringClass() == declaring;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
