package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Parsers made of generic interfaces that call each other through default methods and lambdas. */
public final class ParserCombinators {
  record Parsed<T>(T value, String rest) {}

  @FunctionalInterface
  interface Parser<T> {
    Optional<Parsed<T>> parse(String in);

    default <R> Parser<R> map(Function<? super T, ? extends R> f) {
      return in -> parse(in).map(p -> new Parsed<>(f.apply(p.value()), p.rest()));
    }

    default <U, R> Parser<R> then(Parser<U> next, BiFunction<? super T, ? super U, R> both) {
      return in ->
          parse(in)
              .flatMap(p ->
                  next.parse(p.rest())
                      .map(q -> new Parsed<>(both.apply(p.value(), q.value()), q.rest())));
    }

    default Parser<T> or(Parser<? extends T> other) {
      return in -> {
        Optional<Parsed<T>> first = parse(in);
        return first.isPresent()
            ? first
            : other.parse(in).map(p -> new Parsed<>((T) p.value(), p.rest()));
      };
    }

    default Parser<List<T>> many() {
      return in -> {
        List<T> all = new ArrayList<>();
        String rest = in;
        for (Optional<Parsed<T>> p = parse(rest); p.isPresent(); p = parse(rest)) { // frozen here
          all.add(p.get().value());
          rest = p.get().rest();
        }
        return Optional.of(new Parsed<>(all, rest));
      };
    }

    static <T> Parser<T> lazy(Supplier<Parser<T>> supplier) {
      return in -> supplier.get().parse(in);
    }
  }

  static Parser<Character> one(Predicate<Character> wanted) {
    return in ->
        in.isEmpty() || !wanted.test(in.charAt(0))
            ? Optional.empty()
            : Optional.of(new Parsed<>(in.charAt(0), in.substring(1)));
  }

  static Parser<Character> one(char c) {
    return one(d -> c == d).then(one(SPACE::equals).many(), (a, spaces) -> a);
  }

  private static final Character SPACE = ' ';

  private static final Parser<Integer> NUMBER =
      one(Character::isDigit)
          .then(one(Character::isDigit).many(), ParserCombinators::number)
          .then(one(SPACE::equals).many(), (n, s) -> n);

  static Integer number(char first, List<Character> more) {
    int n = first - '0';
    for (char c : more) { // frozen here
      n = n * 10 + c - '0';
    }
    return n;
  }

  static Parser<Integer> sum() {
    return chain(product(), one('+').or(one('-')));
  }

  static Parser<Integer> product() {
    return chain(atom(), one('*').or(one('/')));
  }

  static Parser<Integer> atom() {
    Parser<Integer> inner = Parser.lazy(ParserCombinators::sum);
    return NUMBER.or(one('(').then(inner, (c, n) -> n).then(one(')'), (n, c) -> n));
  }

  record Step(char op, int n) {}

  static Parser<Integer> chain(Parser<Integer> operand, Parser<Character> operator) {
    return operand.then(
        operator.then(operand, Step::new).many(),
        (first, steps) -> {
          int n = first;
          for (Step step : steps) { // frozen here
            n =
                switch (step.op()) {
                  case '+' -> n + step.n();
                  case '-' -> n - step.n();
                  case '*' -> n * step.n();
                  default -> n / step.n();
                };
          }
          return n;
        });
  }

  public static void main(String[] args) {
    for (String s :
        new String[] {"12 + 3*(4 - 1) ", "7", "2*(3", "100/7/2-(5)x", "8/(4-4)"}) { // frozen here
      try {
        System.out.println(
            s + " = " + sum().parse(s).map(p -> p.value() + "'" + p.rest()).orElse("none"));
      } catch (ArithmeticException e) {
        System.out.println(s + " " + e.getMessage());
      }
    }
  }
}
