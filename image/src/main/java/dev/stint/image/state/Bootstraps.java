package dev.stint.image.state;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.StringConcatException;
import java.lang.invoke.StringConcatFactory;
import java.lang.invoke.TypeDescriptor;
import java.lang.runtime.ObjectMethods;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code invokedynamic} instructions of transformed code ask instead of the JDK, so that
 * text and hash codes of bare objects and arrays stay the same after a move.
 */
public final class Bootstraps {
  private static final MethodHandle TEXT = find("valueOf", String.class);
  private static final MethodHandle HASH = find("hashCodeOrZero", int.class);

  private Bootstraps() {}

  private static MethodHandle find(String name, Class<?> result) {
    try {
      return MethodHandles.lookup()
          .findStatic(IdentityHashes.class, name, MethodType.methodType(result, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("IdentityHashes lacks " + name, e);
    }
  }

  /** As {@link StringConcatFactory#makeConcatWithConstants}. */
  public static CallSite makeConcatWithConstants(
      MethodHandles.Lookup lookup, String name, MethodType type, String recipe, Object... constants)
      throws StringConcatException {
    if (type.parameterList().stream().noneMatch(Bootstraps::mayBeBare)) {
      return StringConcatFactory.makeConcatWithConstants(lookup, name, type, recipe, constants);
    }
    CallSite texts =
        StringConcatFactory.makeConcatWithConstants(
            lookup, name, withTexts(type), recipe, constants);
    return new ConstantCallSite(fromTexts(texts.getTarget(), type));
  }

  /** As {@link StringConcatFactory#makeConcat}. */
  public static CallSite makeConcat(MethodHandles.Lookup lookup, String name, MethodType type)
      throws StringConcatException {
    CallSite texts = StringConcatFactory.makeConcat(lookup, name, withTexts(type));
    return new ConstantCallSite(fromTexts(texts.getTarget(), type));
  }

  private static boolean mayBeBare(Class<?> type) {
    return type == Object.class || type.isArray();
  }

  private static MethodType withTexts(MethodType type) {
    MethodType texts = type;
    for (int i = 0; i < type.parameterCount(); i++) {
      if (!type.parameterType(i).isPrimitive()) {
        texts = texts.changeParameterType(i, String.class);
      }
    }
    return texts;
  }

  /** The first argument's text is made first, as always: so its filter must be the outermost. */
  private static MethodHandle fromTexts(MethodHandle concat, MethodType type) {
    MethodHandle made = concat;
    for (int i = type.parameterCount() - 1; i >= 0; i--) {
      Class<?> each = type.parameterType(i);
      if (!each.isPrimitive()) {
        MethodHandle text = TEXT.asType(MethodType.methodType(String.class, each));
        made = MethodHandles.filterArguments(made, i, text);
      }
    }
    return made;
  }

  /** As {@link ObjectMethods#bootstrap}. */
  public static Object bootstrap(
      MethodHandles.Lookup lookup,
      String methodName,
      TypeDescriptor type,
      Class<?> recordClass,
      @Nullable String names,
      MethodHandle... getters)
      throws Throwable {
    return ObjectMethods.bootstrap(
        lookup,
        methodName,
        type,
        recordClass,
        names,
        switch (methodName) {
          case "toString" -> filtered(getters, TEXT);
          case "hashCode" -> filtered(getters, HASH);
          default -> getters;
        });
  }

  private static MethodHandle[] filtered(MethodHandle[] getters, MethodHandle filter) {
    MethodHandle[] filtered = getters.clone();
    for (int i = 0; i < filtered.length; i++) {
      Class<?> each = filtered[i].type().returnType();
      if (mayBeBare(each)) {
        MethodHandle how = filter.asType(filter.type().changeParameterType(0, each));
        filtered[i] = MethodHandles.filterReturnValue(filtered[i], how);
      }
    }
    return filtered;
  }
}
