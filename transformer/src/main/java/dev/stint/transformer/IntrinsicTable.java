package dev.stint.transformer;

import java.util.ArrayList;
import java.util.List;

/**
 * The calls, field reads and instantiations that transformed code makes to something else.
 *
 * @param methods replaced calls; of several that fit one call, the first wins
 * @param fields replaced reads of static fields
 * @param constructors replaced instantiations
 * @param subclasses calls added to constructors
 * @param creations calls added where the program makes an object
 * @param bootstraps replaced bootstrap methods
 */
public record IntrinsicTable(
    List<MethodIntrinsic> methods,
    List<FieldIntrinsic> fields,
    List<ConstructorIntrinsic> constructors,
    List<SubclassIntrinsic> subclasses,
    List<CreationIntrinsic> creations,
    List<BootstrapIntrinsic> bootstraps) {

  /** A table that replaces nothing. */
  public static final IntrinsicTable EMPTY =
      new IntrinsicTable(List.of(), List.of(), List.of(), List.of(), List.of());

  /** A table without replaced bootstrap methods. */
  public IntrinsicTable(
      List<MethodIntrinsic> methods,
      List<FieldIntrinsic> fields,
      List<ConstructorIntrinsic> constructors,
      List<SubclassIntrinsic> subclasses,
      List<CreationIntrinsic> creations) {
    this(methods, fields, constructors, subclasses, creations, List.of());
  }

  public IntrinsicTable {
    bootstraps = List.copyOf(bootstraps);
    methods = List.copyOf(methods);
    fields = List.copyOf(fields);
    constructors = List.copyOf(constructors);
    subclasses = List.copyOf(subclasses);
    creations = List.copyOf(creations);
  }

  /** This table followed by another. */
  public IntrinsicTable and(IntrinsicTable other) {
    return new IntrinsicTable(
        join(methods, other.methods),
        join(fields, other.fields),
        join(constructors, other.constructors),
        join(subclasses, other.subclasses),
        join(creations, other.creations),
        join(bootstraps, other.bootstraps));
  }

  private static <T> List<T> join(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
