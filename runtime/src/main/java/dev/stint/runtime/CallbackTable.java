package dev.stint.runtime;

import java.util.List;

/**
 * The JDK methods that call back into the program, with what stands in for each: plain Java in
 * {@code dev.stint.support}, which is transformed with the program, so that what is called back can
 * be unwound.
 */
final class CallbackTable {
  private static final String MAP = "java/util/Map";
  private static final String OPTIONAL = "java/util/Optional";
  private static final String FUNCTION = "Ljava/util/function/Function;";
  private static final String BI_FUNCTION = "Ljava/util/function/BiFunction;";
  private static final String PREDICATE = "Ljava/util/function/Predicate;";
  private static final String CONSUMER = "Ljava/util/function/Consumer;";
  private static final String SUPPLIER = "Ljava/util/function/Supplier;";
  private static final String COMPARATOR = "Ljava/util/Comparator;";
  private static final String FUNCTIONS = "java/util/function/";
  private static final String BI_CONSUMER = "Ljava/util/function/BiConsumer;";
  private static final String BI_PREDICATE = "Ljava/util/function/BiPredicate;";
  private static final String INT_PREDICATE = "Ljava/util/function/IntPredicate;";
  private static final String BINARY = "Ljava/util/function/BinaryOperator;";
  private static final String INT_OPERATOR = "Ljava/util/function/IntUnaryOperator;";
  private static final String OBJECT = "Ljava/lang/Object;";

  static final List<Entry> ENTRIES =
      List.of(
          of("java/lang/Iterable", "forEach", "(" + CONSUMER + ")V", "Looping"),
          of("java/util/Iterator", "forEachRemaining", "(" + CONSUMER + ")V", "Looping"),
          of("java/util/Collection", "removeIf", "(" + PREDICATE + ")Z", "Looping"),
          of("java/util/List", "replaceAll", "(Ljava/util/function/UnaryOperator;)V", "Looping"),
          of(MAP, "forEach", "(Ljava/util/function/BiConsumer;)V", "Mapping"),
          of(MAP, "replaceAll", "(" + BI_FUNCTION + ")V", "Mapping"),
          of(MAP, "computeIfAbsent", "(" + OBJECT + FUNCTION + ")" + OBJECT, "Mapping"),
          of(MAP, "computeIfPresent", "(" + OBJECT + BI_FUNCTION + ")" + OBJECT, "Mapping"),
          of(MAP, "compute", "(" + OBJECT + BI_FUNCTION + ")" + OBJECT, "Mapping"),
          of(MAP, "merge", "(" + OBJECT + OBJECT + BI_FUNCTION + ")" + OBJECT, "Mapping"),
          of("java/util/List", "sort", "(" + COMPARATOR + ")V", "Sorting"),
          ofStatic("java/util/Collections", "sort", "(Ljava/util/List;)V", "Sorting"),
          ofStatic(
              "java/util/Collections", "sort", "(Ljava/util/List;" + COMPARATOR + ")V", "Sorting"),
          ofStatic("java/util/Arrays", "sort", "([Ljava/lang/Object;)V", "Sorting"),
          ofStatic(
              "java/util/Arrays", "sort", "([Ljava/lang/Object;" + COMPARATOR + ")V", "Sorting"),
          ofStatic(
              "java/util/Arrays", "sort", "([Ljava/lang/Object;II" + COMPARATOR + ")V", "Sorting"),
          of(OPTIONAL, "map", "(" + FUNCTION + ")L" + OPTIONAL + ";", "Optionals"),
          of(OPTIONAL, "flatMap", "(" + FUNCTION + ")L" + OPTIONAL + ";", "Optionals"),
          of(OPTIONAL, "filter", "(" + PREDICATE + ")L" + OPTIONAL + ";", "Optionals"),
          of(OPTIONAL, "ifPresent", "(" + CONSUMER + ")V", "Optionals"),
          of(OPTIONAL, "ifPresentOrElse", "(" + CONSUMER + "Ljava/lang/Runnable;)V", "Optionals"),
          of(OPTIONAL, "orElseGet", "(" + SUPPLIER + ")" + OBJECT, "Optionals"),
          of(OPTIONAL, "orElseThrow", "(" + SUPPLIER + ")" + OBJECT, "Optionals"),
          of(OPTIONAL, "or", "(" + SUPPLIER + ")L" + OPTIONAL + ";", "Optionals"),
          composing("Function", "andThen", FUNCTION, FUNCTION),
          composing("Function", "compose", FUNCTION, FUNCTION),
          composing("BiFunction", "andThen", FUNCTION, BI_FUNCTION),
          composing("Consumer", "andThen", CONSUMER, CONSUMER),
          composing("BiConsumer", "andThen", BI_CONSUMER, BI_CONSUMER),
          composing("Predicate", "and", PREDICATE, PREDICATE),
          composing("Predicate", "or", PREDICATE, PREDICATE),
          composing("Predicate", "negate", "", PREDICATE),
          composing("BiPredicate", "and", BI_PREDICATE, BI_PREDICATE),
          composing("BiPredicate", "or", BI_PREDICATE, BI_PREDICATE),
          composing("BiPredicate", "negate", "", BI_PREDICATE),
          composing("IntPredicate", "and", INT_PREDICATE, INT_PREDICATE),
          composing("IntPredicate", "or", INT_PREDICATE, INT_PREDICATE),
          composing("IntPredicate", "negate", "", INT_PREDICATE),
          composing("IntUnaryOperator", "andThen", INT_OPERATOR, INT_OPERATOR),
          composing("IntUnaryOperator", "compose", INT_OPERATOR, INT_OPERATOR),
          ofStatic(FUNCTIONS + "Function", "identity", "()" + FUNCTION, "Composing"),
          new Entry(
              FUNCTIONS + "UnaryOperator",
              "identity",
              "()Ljava/util/function/UnaryOperator;",
              true,
              "Composing",
              "sameOperator"),
          ofStatic(FUNCTIONS + "Predicate", "not", "(" + PREDICATE + ")" + PREDICATE, "Composing"),
          ofStatic(FUNCTIONS + "Predicate", "isEqual", "(" + OBJECT + ")" + PREDICATE, "Composing"),
          comparing(true, "comparing", FUNCTION),
          comparing(true, "comparing", FUNCTION + COMPARATOR),
          comparing(true, "comparingInt", "Ljava/util/function/ToIntFunction;"),
          comparing(true, "comparingLong", "Ljava/util/function/ToLongFunction;"),
          comparing(true, "comparingDouble", "Ljava/util/function/ToDoubleFunction;"),
          comparing(false, "thenComparing", COMPARATOR),
          comparing(false, "thenComparing", FUNCTION),
          comparing(false, "thenComparing", FUNCTION + COMPARATOR),
          comparing(false, "thenComparingInt", "Ljava/util/function/ToIntFunction;"),
          comparing(false, "thenComparingLong", "Ljava/util/function/ToLongFunction;"),
          comparing(false, "thenComparingDouble", "Ljava/util/function/ToDoubleFunction;"),
          comparing(false, "reversed", ""),
          ofStatic(
              FUNCTIONS + "BinaryOperator", "minBy", "(" + COMPARATOR + ")" + BINARY, "Comparing"),
          ofStatic(
              FUNCTIONS + "BinaryOperator", "maxBy", "(" + COMPARATOR + ")" + BINARY, "Comparing"),
          ofStatic(
              "java/util/Collections",
              "reverseOrder",
              "(" + COMPARATOR + ")" + COMPARATOR,
              "Comparing"),
          ofStatic("java/util/Map$Entry", "comparingByKey", "()" + COMPARATOR, "Comparing"),
          ofStatic("java/util/Map$Entry", "comparingByValue", "()" + COMPARATOR, "Comparing"),
          ofStatic(
              "java/util/Map$Entry",
              "comparingByKey",
              "(" + COMPARATOR + ")" + COMPARATOR,
              "Comparing"),
          ofStatic(
              "java/util/Map$Entry",
              "comparingByValue",
              "(" + COMPARATOR + ")" + COMPARATOR,
              "Comparing"));

  private CallbackTable() {}

  private static Entry composing(String type, String name, String parameters, String result) {
    String target = type.startsWith("Int") ? "IntComposing" : "Composing";
    return of(FUNCTIONS + type, name, "(" + parameters + ")" + result, target);
  }

  private static Entry comparing(boolean isStatic, String name, String parameters) {
    String descriptor = "(" + parameters + ")" + COMPARATOR;
    String owner = "java/util/Comparator";
    return isStatic
        ? ofStatic(owner, name, descriptor, "Comparing")
        : of(owner, name, descriptor, "Comparing");
  }

  private static Entry of(String owner, String name, String descriptor, String target) {
    return new Entry(owner, name, descriptor, false, target, name);
  }

  private static Entry ofStatic(String owner, String name, String descriptor, String target) {
    return new Entry(owner, name, descriptor, true, target, name);
  }

  /** One method; {@code target} is a class of the support package by its simple name. */
  record Entry(
      String owner,
      String name,
      String descriptor,
      boolean isStatic,
      String target,
      String targetName) {}
}
