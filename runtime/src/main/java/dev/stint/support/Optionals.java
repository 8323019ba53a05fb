package dev.stint.support;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The methods of {@link Optional} that call back. */
public final class Optionals {
  private Optionals() {}

  public static <T, U> Optional<U> map(
      Optional<T> optional, Function<? super T, ? extends @Nullable U> mapper) {
    Objects.requireNonNull(mapper);
    return optional.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(mapper.apply(optional.get()));
  }

  @SuppressWarnings("unchecked") // As in the JDK: what extends U is a U.
  public static <T, U> Optional<U> flatMap(
      Optional<T> optional, Function<? super T, ? extends Optional<? extends U>> mapper) {
    Objects.requireNonNull(mapper);
    return optional.isEmpty()
        ? Optional.empty()
        : Objects.requireNonNull((Optional<U>) mapper.apply(optional.get()));
  }

  public static <T> Optional<T> filter(Optional<T> optional, Predicate<? super T> predicate) {
    Objects.requireNonNull(predicate);
    return optional.isEmpty() || predicate.test(optional.get()) ? optional : Optional.empty();
  }

  public static <T> void ifPresent(Optional<T> optional, Consumer<? super T> action) {
    if (optional.isPresent()) {
      action.accept(optional.get());
    }
  }

  public static <T> void ifPresentOrElse(
      Optional<T> optional, Consumer<? super T> action, Runnable emptyAction) {
    if (optional.isPresent()) {
      action.accept(optional.get());
    } else {
      emptyAction.run();
    }
  }

  public static <T> @Nullable T orElseGet(
      Optional<T> optional, Supplier<? extends @Nullable T> supplier) {
    return optional.isPresent() ? optional.get() : supplier.get();
  }

  public static <T, X extends Throwable> T orElseThrow(
      Optional<T> optional, Supplier<? extends X> exceptionSupplier) throws X {
    if (optional.isPresent()) {
      return optional.get();
    }
    throw exceptionSupplier.get();
  }

  @SuppressWarnings("unchecked") // As in the JDK: what extends T is a T.
  public static <T> Optional<T> or(
      Optional<T> optional, Supplier<? extends Optional<? extends T>> supplier) {
    Objects.requireNonNull(supplier);
    return optional.isPresent() ? optional : Objects.requireNonNull((Optional<T>) supplier.get());
  }
}
