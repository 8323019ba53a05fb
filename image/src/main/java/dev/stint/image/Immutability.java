package dev.stint.image;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells which objects nobody can ever change, so that tasklets may share them: strings, boxes,
 * enums, {@code java.time} and the like; records, classes with final fields only and {@code
 * List.of} and its family, if what they hold is immutable too.
 */
final class Immutability {
  /** Larger structures are copied rather than walked through for a proof. */
  private static final int MOST_PARTS = 10_000;

  private static final Set<Class<?>> VALUES =
      Set.of(
          String.class,
          Class.class,
          Object.class,
          java.util.UUID.class,
          java.util.Locale.class,
          java.util.Currency.class,
          java.util.OptionalInt.class,
          java.util.OptionalLong.class,
          java.util.OptionalDouble.class,
          java.util.regex.Pattern.class,
          java.math.BigInteger.class,
          java.math.BigDecimal.class,
          java.net.URI.class,
          java.io.File.class,
          Integer.class,
          Long.class,
          Short.class,
          Byte.class,
          Character.class,
          Boolean.class,
          Float.class,
          Double.class);

  private static final List<Class<?>> VALUE_FAMILIES =
      List.of(Enum.class, java.nio.file.Path.class, java.nio.charset.Charset.class);

  private static final Set<Class<?>> HOLDERS =
      Set.of(
          List.of().getClass(),
          List.of(1).getClass(),
          Set.of().getClass(),
          Set.of(1).getClass(),
          Map.of().getClass(),
          Map.of(1, 1).getClass(),
          Map.entry(1, 1).getClass(),
          Optional.class);

  private enum Kind {
    NEVER,
    ALWAYS,
    IF_PARTS_ARE
  }

  private final List<Class<?>> handles;
  private final Map<Class<?>, Kind> kinds = new ConcurrentHashMap<>();
  private final Map<Class<?>, Field[]> fields = new ConcurrentHashMap<>();

  /**
   * @param handles types whose instances only name something, and so may be shared
   */
  Immutability(List<Class<?>> handles) {
    this.handles = handles;
  }

  boolean isImmutable(Object object) {
    Kind kind = kind(object);
    if (kind != Kind.IF_PARTS_ARE) {
      return kind == Kind.ALWAYS;
    }
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>();
    open.push(object);
    while (!open.isEmpty()) {
      Object part = open.pop();
      Kind partKind = kind(part);
      if (partKind == Kind.NEVER || seen.size() > MOST_PARTS) {
        return false;
      }
      if (partKind == Kind.IF_PARTS_ARE && seen.add(part)) {
        pushParts(part, open);
      }
    }
    return true;
  }

  private Kind kind(Object object) {
    return kinds.computeIfAbsent(object.getClass(), this::kindOf);
  }

  private Kind kindOf(Class<?> type) {
    if (VALUES.contains(type)
        || type.getPackageName().startsWith("java.time")
        || isA(type, VALUE_FAMILIES)
        || isA(type, handles)) {
      return Kind.ALWAYS;
    }
    if (HOLDERS.contains(type)) {
      return Kind.IF_PARTS_ARE;
    }
    if (ClassKinds.isJdk(type) || type.isArray() || type.isHidden()) {
      return Kind.NEVER;
    }
    if (!type.isRecord() && ClassKinds.jdkBase(type) != Object.class) {
      return Kind.NEVER;
    }
    return hasOnlyFinalFields(type) ? Kind.IF_PARTS_ARE : Kind.NEVER;
  }

  private static boolean isA(Class<?> type, List<Class<?>> families) {
    return families.stream().anyMatch(family -> family.isAssignableFrom(type));
  }

  private boolean hasOnlyFinalFields(Class<?> type) {
    List<Field> all = new java.util.ArrayList<>();
    for (Class<?> c = type; !ClassKinds.isJdk(c); c = ClassKinds.superclass(c)) {
      for (Field field : c.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())
            || field.getName().equals(IdentityHashed.FIELD)) {
          continue;
        }
        if (!Modifier.isFinal(field.getModifiers()) || !field.trySetAccessible()) {
          return false;
        }
        if (!field.getType().isPrimitive()) {
          all.add(field);
        }
      }
    }
    fields.put(type, all.toArray(new Field[0]));
    return true;
  }

  private void pushParts(Object object, Deque<Object> open) {
    if (object instanceof Collection<?> collection) {
      collection.forEach(part -> push(part, open));
    } else if (object instanceof Map<?, ?> map) {
      map.forEach((key, value) -> {
        push(key, open);
        push(value, open);
      });
    } else if (object instanceof Map.Entry<?, ?> entry) {
      push(entry.getKey(), open);
      push(entry.getValue(), open);
    } else if (object instanceof Optional<?> optional) {
      optional.ifPresent(open::push);
    } else {
      pushFields(object, open);
    }
  }

  private void pushFields(Object object, Deque<Object> open) {
    try {
      for (Field field : fields.getOrDefault(object.getClass(), new Field[0])) {
        push(field.get(object), open);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("field became inaccessible", e);
    }
  }

  private static void push(@Nullable Object part, Deque<Object> open) {
    if (part != null) {
      open.push(part);
    }
  }
}
