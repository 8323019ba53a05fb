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
          of(OPTIONAL, "or", "(" + SUPPLIER + ")L" + OPTIONAL + ";", "Optionals"));

  private CallbackTable() {}

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
