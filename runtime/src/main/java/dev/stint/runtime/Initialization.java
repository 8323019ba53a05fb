package dev.stint.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/**
 * Whether a class has been initialised, without initialising it. The JDK tells this only through
 * {@code sun.misc.Unsafe}; where that is missing, every class that has been loaded counts.
 */
final class Initialization {
  private static final MethodHandle SHOULD_BE_INITIALIZED = find();

  private Initialization() {}

  /** Whether the static initialiser of {@code type} has begun. */
  static boolean hasBegun(Class<?> type) {
    try {
      return !(boolean) SHOULD_BE_INITIALIZED.invokeExact(type);
    } catch (Throwable t) {
      throw Sneaky.rethrow(t);
    }
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

  private static MethodHandle find() {
    MethodType type = MethodType.methodType(boolean.class, Class.class);
    try {
      Class<?> unsafe = Class.forName("sun.misc.Unsafe");
      Field instance = unsafe.getDeclaredField("theUnsafe");
      instance.setAccessible(true);
      return MethodHandles.publicLookup()
          .findVirtual(unsafe, "shouldBeInitialized", type)
          .bindTo(instance.get(null));
    } catch (ReflectiveOperationException e) {
      return MethodHandles.dropArguments(
          MethodHandles.constant(boolean.class, false), 0, Class.class);
    }
  }
}
