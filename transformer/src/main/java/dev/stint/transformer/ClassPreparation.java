package dev.stint.transformer;

import dev.stint.transformer.analysis.ClassHeader;
import dev.stint.transformer.analysis.Hierarchy;
import dev.stint.transformer.emit.EmitContext;
import dev.stint.transformer.emit.SerialVersion;
import dev.stint.transformer.emit.StaticFields;
import dev.stint.transformer.lambda.LambdaDesugaring;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * The first step: class files become models with type information and without lambdas, and what
 * must be known of them as they were compiled is noted.
 */
final class ClassPreparation {
  private final Hierarchy hierarchy;
  private final ClassFile classFile;
  private final NavigableMap<String, ClassModel> models = new TreeMap<>();
  private final Map<String, OptionalLong> serialVersions = new HashMap<>();
  private int given;

  private ClassPreparation(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    this.classFile = EmitContext.writerFor(hierarchy);
  }

  /** Prepares classes and adds them, and those of their lambdas, to the hierarchy. */
  static ClassPreparation of(Map<String, byte[]> classes, Hierarchy hierarchy) {
    ClassPreparation preparation = new ClassPreparation(hierarchy);
    Map<String, ClassModel> parsed = new TreeMap<>();
    classes.forEach((name, bytes) -> parsed.put(name, ClassFile.of().parse(bytes)));
    parsed.values().forEach(model -> hierarchy.add(ClassHeader.of(model, true)));
    parsed.forEach(preparation::prepare);
    preparation.given = parsed.size();
    return preparation;
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
      hierarchy.add(ClassHeader.of(now, true));
    });
  }

  /** The types as they are now. */
  Hierarchy hierarchy() {
    return hierarchy;
  }

  /** How many classes there were before those of lambdas were added. */
  int given() {
    return given;
  }

  /** The static final fields that are no compile-time constants, by internal class name. */
  NavigableMap<String, Set<String>> staticFinals() {
    NavigableMap<String, Set<String>> found = new TreeMap<>();
    models.forEach((name, model) -> {
      Set<String> fields = StaticFields.finalsOf(model);
      if (!fields.isEmpty()) {
        found.put(name, fields);
      }
    });
    return found;
  }

  /** All classes by internal name, those of lambdas included. */
  NavigableMap<String, ClassModel> models() {
    return models;
  }

  /** The default serial version that a class had when it was compiled, if it needs to be kept. */
  OptionalLong serialVersion(String internalName) {
    return serialVersions.getOrDefault(internalName, OptionalLong.empty());
  }
}
