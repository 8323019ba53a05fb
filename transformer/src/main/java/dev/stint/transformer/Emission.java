package dev.stint.transformer;

import dev.stint.transformer.analysis.CallPlanner;
import dev.stint.transformer.analysis.CallResolver;
import dev.stint.transformer.analysis.CompanionIndex;
import dev.stint.transformer.analysis.FormTable;
import dev.stint.transformer.analysis.Hierarchy;
import dev.stint.transformer.analysis.MethodPlanner;
import dev.stint.transformer.emit.ClassEmitter;
import dev.stint.transformer.emit.ClassOutput;
import dev.stint.transformer.emit.EmitContext;
import dev.stint.transformer.emit.GeneratedNames;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The last step: each class is written when it is asked for, which most of a large library never
 * is. What is written does not depend on the order. Safe for use by several threads.
 */
final class Emission {
  private final ClassPreparation classes;
  private final ClassEmitter emitter;
  private final Map<String, ClassOutput> outputs = new TreeMap<>();
  private final Map<String, byte[]> companions;

  private Emission(ClassPreparation classes, ClassEmitter emitter, Map<String, byte[]> companions) {
    this.classes = classes;
    this.emitter = emitter;
    this.companions = companions;
  }

  /**
   * Prepares to write classes.
   *
   * @param forms the forms of the program and of these classes
   * @param withCompanions whether the companions, too, are to be written, as for a whole program
   */
  static Emission of(
      ClassPreparation classes,
      FormTable forms,
      CallResolver resolver,
      IntrinsicTable intrinsics,
      TransformOptions options,
      boolean withCompanions) {
    Hierarchy hierarchy = classes.hierarchy();
    CallPlanner calls = new CallPlanner(resolver, hierarchy, forms, options.everyCall());
    EmitContext context =
        new EmitContext(
            hierarchy,
            forms,
            new CompanionIndex(forms),
            new MethodPlanner(calls, hierarchy, intrinsics),
            intrinsics,
            EmitContext.writerFor(hierarchy),
            options.everyCall());
    ClassEmitter emitter = new ClassEmitter(context);
    return new Emission(
        classes, emitter, withCompanions ? emitter.emitCompanions(resolver) : Map.of());
  }

  /** The class file, as compiled if it cannot be written anew, or null if there is none. */
  byte @Nullable [] bytes(String internalName) {
    byte[] companion = companions.get(internalName);
    if (companion != null) {
      return companion;
    }
    String owner = GeneratedNames.ownerOf(internalName);
    ClassModel model = classes.model(owner);
    byte[] written = model == null ? null : output(owner, model).classes().get(internalName);
    return written == null ? classes.compiled(internalName) : written;
  }

  /** All class files in name order. */
  NavigableMap<String, byte[]> all() {
    NavigableMap<String, byte[]> all = new TreeMap<>(companions);
    for (String name : classes.names()) {
      ClassModel model = classes.model(name);
      byte[] compiled = classes.compiled(name);
      if (compiled != null) {
        all.put(name, compiled);
      }
      if (model != null) {
        all.putAll(output(name, model).classes());
      }
    }
    return Collections.unmodifiableNavigableMap(all);
  }

  /** What was done for all of them. */
  TransformReport report() {
    int written = all().size();
    int methods = 0;
    int points = 0;
    List<PinnedSite> pinned = new ArrayList<>();
    for (ClassOutput output : outputs.values()) {
      methods += output.suspendableMethods();
      points += output.suspensionPoints();
      pinned.addAll(output.pinnedSites());
    }
    int given = classes.given();
    return new TransformReport(given, written - given, methods, points, pinned);
  }

  private ClassOutput output(String name, ClassModel model) {
    ClassOutput output = outputs.get(name);
    if (output == null) {
      output = emitter.emit(model, classes.serialVersion(name));
      outputs.put(name, output);
    }
    return output;
  }
}
