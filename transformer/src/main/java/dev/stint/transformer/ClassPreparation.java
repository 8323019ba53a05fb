package dev.stint.transformer;

import dev.stint.transformer.analysis.ClassHeader;
import dev.stint.transformer.analysis.Hierarchy;
import dev.stint.transformer.emit.EmitContext;
import dev.stint.transformer.emit.GeneratedNames;
import dev.stint.transformer.emit.SerialVersion;
import dev.stint.transformer.emit.StaticFields;
import dev.stint.transformer.lambda.LambdaDesugaring;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The first step: class files become models with type information and without lambdas, and what
 * must be known of them as they were compiled is noted.
 */
final class ClassPreparation {
  private final ProgramSource source;
  private final Hierarchy hierarchy;
  private final ClassFile classFile;
  private final NavigableSet<String> names = new TreeSet<>();

  /** What is no class file at all: the JVM says so when the class is used. */
  private final Set<String> damaged = new TreeSet<>();

  private final BiPredicate<ClassModel, FieldModel> isKeptApart;
  private final Map<String, ClassModel> models = new HashMap<>();
  private final Map<String, OptionalLong> serialVersions = new HashMap<>();

  private ClassPreparation(
      ProgramSource source, Hierarchy hierarchy, BiPredicate<ClassModel, FieldModel> isKeptApart) {
    this.isKeptApart = isKeptApart;
    this.source = source;
    this.hierarchy = hierarchy;
    this.classFile = EmitContext.writerFor(hierarchy);
  }

  /**
   * Prepares classes and adds them, and those of their lambdas, to the hierarchy.
   *
   * @param isKeptApart which constants the hierarchy is to call kept apart
   */
  static ClassPreparation of(
      Map<String, byte[]> classes,
      Hierarchy hierarchy,
      BiPredicate<ClassModel, FieldModel> isKeptApart) {
    ClassPreparation preparation = new ClassPreparation(classes::get, hierarchy, isKeptApart);
    Map<String, ClassModel> parsed = new TreeMap<>();
    classes.forEach((name, bytes) -> {
      try {
        ClassModel model = ClassFile.of().parse(bytes);
        preparation.addToHierarchy(model);
        parsed.put(name, model);
      } catch (IllegalArgumentException e) {
        preparation.damaged.add(name);
      }
    });
    parsed.forEach(preparation::prepareOrKeep);
    preparation.names.addAll(classes.keySet());
    preparation.names.addAll(preparation.models.keySet());
    return preparation;
  }

  /** For a program whose classes, those of lambdas included, the hierarchy has already. */
  static ClassPreparation onDemand(ProgramSource source, Hierarchy hierarchy) {
    ClassPreparation preparation =
        new ClassPreparation(source, hierarchy, StaticFields::isKeptApart);
    hierarchy.programClasses().forEach(header -> preparation.names.add(header.name()));
    return preparation;
  }

  /** A class with damaged attributes is kept as it is; writing it will degrade it. */
  private void prepareOrKeep(String name, ClassModel original) {
    try {
      prepare(name, original);
    } catch (RuntimeException e) {
      models.put(name, original);
    }
  }

  private void prepare(String name, ClassModel original) {
    serialVersions.put(name, SerialVersion.defaultOf(original, hierarchy));
    ClassModel model = StackMapCompletion.complete(original, classFile);
    Map<String, byte[]> desugared = LambdaDesugaring.desugar(model, hierarchy, classFile);
    if (desugared.isEmpty()) {
      models.put(name, model);
      return;
    }
    desugared.forEach((written, bytes) -> {
      ClassModel now = ClassFile.of().parse(bytes);
      models.put(written, now);
      addToHierarchy(now);
    });
  }

  private void addToHierarchy(ClassModel model) {
    hierarchy.add(ClassHeader.of(model, true, field -> isKeptApart.test(model, field)));
  }

  /** The types as they are now. */
  Hierarchy hierarchy() {
    return hierarchy;
  }

  /** The internal names of all classes, those of lambdas included. */
  NavigableSet<String> names() {
    return names;
  }

  /** How many classes there were before those of lambdas were added. */
  int given() {
    return (int) names.stream().filter(n -> n.equals(GeneratedNames.capturingClassOf(n))).count();
  }

  /** A class file as it was compiled, or null if there is none. */
  byte @Nullable [] compiled(String name) {
    return names.contains(name) ? source.classBytes(name) : null;
  }

  /** One class, or null if it is not among them or damaged. */
  @Nullable ClassModel model(String name) {
    if (!names.contains(name)) {
      return null;
    }
    ClassModel model = models.get(name);
    if (model == null && !damaged.contains(name)) {
      String given = GeneratedNames.capturingClassOf(name);
      byte[] bytes = source.classBytes(given);
      if (bytes != null) {
        prepareOrKeep(given, ClassFile.of().parse(bytes));
        model = models.get(name);
      }
    }
    return model;
  }

  /** All classes in name order. */
  NavigableMap<String, ClassModel> models() {
    NavigableMap<String, ClassModel> all = new TreeMap<>();
    for (String name : names) {
      ClassModel model = model(name);
      if (model != null) {
        all.put(name, model);
      }
    }
    return all;
  }

  /** The static final fields that are no compile-time constants, by internal class name. */
  NavigableMap<String, Set<String>> staticFinals() {
    NavigableMap<String, Set<String>> found = new TreeMap<>();
    models()
        .forEach((name, model) -> {
          Set<String> fields = StaticFields.finalsOf(model);
          if (!fields.isEmpty()) {
            found.put(name, fields);
          }
        });
    return found;
  }

  /** The default serial version that a class had when it was compiled, if it needs to be kept. */
  OptionalLong serialVersion(String internalName) {
    return serialVersions.getOrDefault(internalName, OptionalLong.empty());
  }
}
