package dev.stint.runtime;

import dev.stint.abi.Ctx;
import dev.stint.image.IdentityHashed;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/**
 * What transformed code calls instead of reflection on classes: the members that the source has,
 * without those that were generated beside them.
 */
public final class Mirrors {
  private static final String GENERATED = "$stint$";

  private Mirrors() {}

  /** {@link Class#getDeclaredMethods}. */
  public static Method[] getDeclaredMethods(Class<?> type) {
    return written(type.getDeclaredMethods());
  }

  /** {@link Class#getMethods}. */
  public static Method[] getMethods(Class<?> type) {
    return written(type.getMethods());
  }

  private static Method[] written(Method[] methods) {
    return Arrays.stream(methods).filter(m -> !isGenerated(m)).toArray(Method[]::new);
  }

  private static boolean isGenerated(Method method) {
    if (!method.isSynthetic()) {
      return false;
    }
    Class<?>[] parameters = method.getParameterTypes();
    boolean takesContext = parameters.length > 0 && parameters[parameters.length - 1] == Ctx.class;
    boolean isHash =
        IdentityHashed.class.isAssignableFrom(method.getDeclaringClass())
            && (method.getName().equals("stintHash")
                || method.getName().equals("hashCode") && parameters.length == 0);
    return takesContext || isHash || method.getName().contains(GENERATED);
  }

  /** {@link Class#getDeclaredFields}. */
  public static Field[] getDeclaredFields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(f -> !f.getName().startsWith(GENERATED) && !isGeneratedVersion(f))
        .toArray(Field[]::new);
  }

  /** What the source declares is not synthetic. */
  private static boolean isGeneratedVersion(Field field) {
    return field.isSynthetic() && field.getName().equals("serialVersionUID");
  }

  /** {@link Class#getInterfaces}. */
  public static Class<?>[] getInterfaces(Class<?> type) {
    if (!(type.getClassLoader() instanceof JobClassLoader)) {
      return type.getInterfaces();
    }
    return Arrays.stream(type.getInterfaces())
        .filter(i -> i != IdentityHashed.class && !i.getName().contains(GENERATED))
        .toArray(Class<?>[]::new);
  }

  /** {@link Field#getModifiers}: a static field that the source calls final is. */
  public static int getModifiers(Field field) {
    Class<?> type = field.getDeclaringClass();
    boolean wasFinal =
        Modifier.isStatic(field.getModifiers())
            && type.getClassLoader() instanceof JobClassLoader loader
            && loader.hasStaticFinal(type, field.getName());
    return wasFinal ? field.getModifiers() | Modifier.FINAL : field.getModifiers();
  }
}
