package dev.stint.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;

/** JDK classes whose instances never change, so that tasklets may share them. */
final class Immutables {
  private static final Set<Class<?>> CLASSES =
      Set.of(
          String.class,
          Integer.class,
          Long.class,
          Short.class,
          Byte.class,
          Character.class,
          Boolean.class,
          Float.class,
          Double.class,
          BigInteger.class,
          BigDecimal.class,
          UUID.class,
          Duration.class,
          Instant.class,
          LocalDate.class,
          LocalTime.class,
          LocalDateTime.class);

  /** Asked for each message and result: faster to find than by the class's hash. */
  private static final ClassValue<Boolean> IS_ONE =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return CLASSES.contains(type);
        }
      };

  private Immutables() {}

  static boolean contains(Class<?> type) {
    return IS_ONE.get(type);
  }
}
