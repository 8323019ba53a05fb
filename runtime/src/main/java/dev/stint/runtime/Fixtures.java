package dev.stint.runtime;

import java.io.Serializable;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;

/**
 * Tells which objects each JVM may have its own of as the value of a static final field: a logger,
 * a pool or a lock is as good as another of its kind, and so is what the JDK shows no state of.
 * What holds anything that the program put there is none: it must travel, or nothing does.
 */
final class Fixtures {
  private static final List<Class<?>> SORTS =
      List.of(
          Executor.class,
          ThreadFactory.class,
          Lock.class,
          ReadWriteLock.class,
          System.Logger.class,
          ThreadLocal.class,
          ClassLoader.class,
          java.security.SecureRandom.class);

  /** Loggers and clients by name: not every JVM has them, and a program brings its own along. */
  private static final Set<String> NAMES =
      Set.of(
          "java.net.http.HttpClient",
          "java.util.logging.Logger",
          "okhttp3.OkHttpClient",
          "org.apache.commons.logging.Log",
          "org.apache.hc.client5.http.classic.HttpClient",
          "org.apache.http.client.HttpClient",
          "org.apache.logging.log4j.Logger",
          "org.jboss.logging.Logger",
          "org.slf4j.Logger");

  /** Sorts of the JDK that hold what the program put there, or a place in something. */
  private static final List<Class<?>> HOLDERS =
      List.of(
          Collection.class,
          Map.class,
          Map.Entry.class,
          Iterator.class,
          Enumeration.class,
          Optional.class,
          Reference.class,
          Future.class,
          Thread.class,
          AutoCloseable.class,
          java.nio.Buffer.class,
          java.util.random.RandomGenerator.class,
          java.util.zip.Checksum.class,
          java.util.zip.Deflater.class,
          java.util.zip.Inflater.class,
          java.security.MessageDigest.class,
          java.util.regex.Matcher.class,
          java.util.StringJoiner.class);

  private Fixtures() {}

  static boolean isOne(Object value) {
    Class<?> type = value.getClass();
    return isOfSort(type)
        || !type.isArray()
            && !isOfProgram(type)
            && !isA(type, HOLDERS)
            && !isStateful(type.getName());
  }

  /** As {@link #isOne}, and whoever has it cannot change it: what can be changed can be written. */
  static boolean isForAll(Object value) {
    return isOfSort(value.getClass()) || isOne(value) && !(value instanceof Serializable);
  }

  private static boolean isOfSort(Class<?> type) {
    return isNamed(type) || isA(type, SORTS) && !hasFieldsOfProgram(type);
  }

  /** A class of the program may hold anything, whatever it implements. */
  private static boolean hasFieldsOfProgram(Class<?> type) {
    for (Class<?> c = type; c != null && isOfProgram(c); c = c.getSuperclass()) {
      for (Field field : Mirrors.getDeclaredFields(c)) {
        if (!Modifier.isStatic(field.getModifiers())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOfProgram(Class<?> type) {
    return type.getClassLoader() instanceof JobClassLoader;
  }

  /** Counters, latches and the like; what updates fields holds nothing. */
  private static boolean isStateful(String name) {
    return name.startsWith("java.util.concurrent.") && !name.contains("FieldUpdater");
  }

  private static boolean isA(Class<?> type, List<Class<?>> sorts) {
    return sorts.stream().anyMatch(sort -> sort.isAssignableFrom(type));
  }

  private static boolean isNamed(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (NAMES.contains(c.getName()) || hasNamed(c.getInterfaces())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNamed(Class<?>[] types) {
    for (Class<?> type : types) {
      if (NAMES.contains(type.getName()) || hasNamed(type.getInterfaces())) {
        return true;
      }
    }
    return false;
  }
}
