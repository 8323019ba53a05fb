package dev.stint.runtime;

import dev.stint.abi.Ctx;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The main method of a class, by the rules of Java 25's launcher: with arguments before without,
 * static or of an instance, not private.
 */
final class MainMethod {
  private final Class<?> type;
  private final Method plain;
  private final @Nullable Method suspendable;

  private MainMethod(Class<?> type, Method plain, @Nullable Method suspendable) {
    this.type = type;
    this.plain = plain;
    this.suspendable = suspendable;
  }

  /**
   * Finds it.
   *
   * @throws IllegalArgumentException if there is none; the message is for the user
   */
  static MainMethod of(String className, ClassLoader loader) {
    Class<?> type;
    try {
      type = Class.forName(className, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalArgumentException(
          "there is no class "
              + className
              + " on the job's class path. Check the name (with its package) and --classpath",
          e);
    }
    Method plain = find(type, String[].class);
    if (plain == null) {
      plain = find(type);
    }
    if (plain == null) {
      throw new IllegalArgumentException(
          className
              + " has no main method to start. Add 'static void main(String[] args)', or name"
              + " another class with --main");
    }
    Method suspendable =
        plain.getParameterCount() == 0
            ? find(plain.getDeclaringClass(), Ctx.class)
            : find(plain.getDeclaringClass(), String[].class, Ctx.class);
    return new MainMethod(type, plain, suspendable);
  }

  private static @Nullable Method find(Class<?> type, Class<?>... parameters) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      try {
        Method method = c.getDeclaredMethod("main", parameters);
        if (!Modifier.isPrivate(method.getModifiers()) && method.getReturnType() == void.class) {
          return method;
        }
      } catch (NoSuchMethodException e) {
        // The superclass may have it.
      }
    }
    return null;
  }

  /** Runs it in its suspendable form, if it has one; what it throws comes as it is. */
  void call(String[] arguments, Ctx ctx) throws Throwable {
    boolean withArguments = plain.getParameterCount() == 1;
    Method method = suspendable == null ? plain : suspendable;
    method.setAccessible(true);
    Object[] given;
    if (suspendable == null) {
      given = withArguments ? new Object[] {arguments} : new Object[0];
    } else {
      given = withArguments ? new Object[] {arguments, ctx} : new Object[] {ctx};
    }
    try {
      method.invoke(Modifier.isStatic(method.getModifiers()) ? null : newInstance(), given);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private Object newInstance() throws Throwable {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          type.getName() + " has an instance main method, but no constructor without parameters",
          e);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
