package dev.stint.client;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;

/** Which class's code made a body. */
final class CapturingClass {
  private CapturingClass() {}

  /** Its binary name; for an object that is no lambda, its own class. */
  static String of(Object code) {
    Class<?> type = code.getClass();
    if (!type.isSynthetic()) {
      return type.getName();
    }
    try {
      // What javac puts into every serializable lambda; see java.lang.invoke.SerializedLambda.
      Method replacement = type.getDeclaredMethod("writeReplace");
      replacement.setAccessible(true);
      Object form = replacement.invoke(code);
      return form instanceof SerializedLambda
          ? ((SerializedLambda) form).getCapturingClass().replace('/', '.')
          : type.getName();
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new NotShippableException(
          type.getName()
              + " is a lambda that cannot be serialized. Use the functional interfaces of"
              + " dev.stint.Tasklet, or a class of its own",
          e);
    }
  }
}
