package dev.stint.image;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a JDK class's own methods on a program's subclass, whatever the subclass overrides: what
 * {@code super.add(x)} does, but from outside.
 */
final class SuperCalls {
  private final Class<?> caller;
  private final Class<?> base;

  SuperCalls(Class<?> type, Class<?> base) {
    this.caller = ClassKinds.topUserClass(type);
    this.base = base;
  }

  /** The method as {@code super} sees it, taking its receiver as an Object. */
  MethodHandle find(String name, Class<?> result, Class<?>... parameters) {
    MethodType type = MethodType.methodType(result, parameters);
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(caller, MethodHandles.lookup());
      MethodHandle handle = lookup.findSpecial(base, name, type, caller);
      return handle.asType(type.insertParameterTypes(0, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new NotSerializableStateException(
          "",
          caller.getName(),
          "its module does not open its package (" + e.getMessage() + "): add an opens directive");
    }
  }

  /** Calls a handle, passing unchecked exceptions on. */
  static @Nullable Object call(MethodHandle handle, @Nullable Object... arguments) {
    try {
      return handle.invokeWithArguments(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
