package dev.stint.runtime;

import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;

/** Finds the class that a body's code is in. */
final class LambdaRoots {
  private LambdaRoots() {}

  /** Binary name of the class that captures a lambda, or of the body's own class. */
  static String of(Serializable body) {
    try {
      Method replace = body.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      if (replace.invoke(body) instanceof SerializedLambda lambda) {
        return lambda.getCapturingClass().replace('/', '.');
      }
    } catch (ReflectiveOperationException e) {
      // No lambda: a class with a name.
    }
    return body.getClass().getName();
  }
}
