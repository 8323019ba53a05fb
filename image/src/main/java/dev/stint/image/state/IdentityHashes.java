package dev.stint.image.state;

import dev.stint.image.IdentityHashed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hash codes by identity that stay the same after a move: those of objects of a program's classes
 * are in the objects; those of arrays and of bare {@code new Object()}s are kept beside them.
 */
public final class IdentityHashes {
  private IdentityHashes() {}

  /** {@link Object#hashCode}, called on something whose class is not known before. */
  public static int hashCode(Object object) {
    return isBare(object) ? kept(object) : object.hashCode();
  }

  /** {@link Objects#hashCode(Object)}. */
  public static int hashCodeOrZero(@Nullable Object object) {
    return object == null ? 0 : hashCode(object);
  }

  /** {@link System#identityHashCode}. */
  public static int identityHashCode(@Nullable Object object) {
    if (object == null) {
      return 0;
    }
    if (object instanceof IdentityHashed) {
      return ofProgram((IdentityHashed) object);
    }
    return kept(object);
  }

  /** {@link Object#toString}, called on something whose class is not known before. */
  public static String toString(Object object) {
    return isBare(object)
        ? object.getClass().getName() + "@" + Integer.toHexString(kept(object))
        : object.toString();
  }

  /** {@link String#valueOf(Object)}. */
  public static String valueOf(@Nullable Object object) {
    return object == null ? "null" : String.valueOf(toString(object));
  }

  /** {@link Objects#toString(Object, String)}. */
  public static String toString(@Nullable Object object, String ifNull) {
    return object == null ? ifNull : toString(object);
  }

  /** {@link StringBuilder#append(Object)}. */
  public static StringBuilder append(StringBuilder to, @Nullable Object object) {
    return to.append(valueOf(object));
  }

  /** {@link StringBuffer#append(Object)}. */
  public static StringBuffer append(StringBuffer to, @Nullable Object object) {
    return to.append(valueOf(object));
  }

  /** {@link StringBuilder#insert(int, Object)}. */
  public static StringBuilder insert(StringBuilder to, int at, @Nullable Object object) {
    return to.insert(at, valueOf(object));
  }

  /** {@link Objects#hash}. */
  public static int hash(@Nullable Object... values) {
    return arrayHash(values);
  }

  /** {@link java.util.Arrays#hashCode(Object[])}. */
  public static int arrayHash(@Nullable Object @Nullable [] values) {
    if (values == null) {
      return 0;
    }
    int result = 1;
    for (Object value : values) {
      result = 31 * result + hashCodeOrZero(value);
    }
    return result;
  }

  /** What generated {@code hashCode} methods return: the stored hash, given out at first call. */
  public static int ofProgram(IdentityHashed object) {
    int hash = object.stintHash();
    if (hash == 0) {
      int identity = System.identityHashCode(object);
      hash = identity == 0 ? 1 : identity;
      object.stintHash(hash);
    }
    return hash;
  }

  /** The hash given out for an array or a bare object, or 0 if nobody has asked. */
  public static int given(Object object) {
    Making making = Making.of(object);
    return making == null || !(making.part(0) instanceof Integer hash) ? 0 : hash;
  }

  /** Restores a hash that {@link #given} told. */
  public static <T> T restore(T object, int hash) {
    return hash == 0 ? object : Making.remember(object, hash);
  }

  private static boolean isBare(Object object) {
    return object.getClass() == Object.class || object.getClass().isArray();
  }

  private static int kept(Object object) {
    if (!isBare(object)) {
      return System.identityHashCode(object);
    }
    int hash = given(object);
    if (hash == 0) {
      hash = System.identityHashCode(object);
      Making.remember(object, hash);
    }
    return hash;
  }
}
