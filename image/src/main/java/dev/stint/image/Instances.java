package dev.stint.image;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects without running their own constructors, as Java serialization does: only a
 * constructor of a JDK superclass runs. Uses {@code sun.reflect.ReflectionFactory}, which every JDK
 * opens to all in the module {@code jdk.unsupported}.
 */
final class Instances {
  private static final Object FACTORY;
  private static final Method FOR_SERIALIZATION;

  static {
    try {
      Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
      FACTORY = Objects.requireNonNull(factory.getMethod("getReflectionFactory").invoke(null));
      FOR_SERIALIZATION =
          factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Instances() {}

  /** A way to make objects of {@code type} that runs only {@code base}'s constructor. */
  static Constructor<?> constructor(Class<?> type, Class<?> base, Class<?>... parameters) {
    try {
      Constructor<?> constructor = base.getDeclaredConstructor(parameters);
      if (type == base && java.lang.reflect.Modifier.isPublic(constructor.getModifiers())) {
        return constructor;
      }
      return (Constructor<?>)
          Objects.requireNonNull(FOR_SERIALIZATION.invoke(FACTORY, type, constructor));
    } catch (ReflectiveOperationException e) {
      throw new ImageFormatException(
          "no way to make a "
              + type.getName()
              + ": "
              + base.getName()
              + " has no constructor "
              + Arrays.toString(parameters),
          e);
    }
  }

  static Object make(Constructor<?> constructor, @Nullable Object... arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new ImageFormatException(
          "the constructor of "
              + constructor.getDeclaringClass().getName()
              + " refused what the image holds: "
              + e.getCause(),
          e);
    } catch (ReflectiveOperationException e) {
      throw new ImageFormatException(
          "cannot make a " + constructor.getDeclaringClass().getName() + ": " + e.getMessage(), e);
    }
  }
}
