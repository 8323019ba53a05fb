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
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The last step: all classes are written, in name order, and what that yields is gathered. */
final class Emission {
  private final FrozenAnalysis analysis;
  private final ClassEmitter emitter;
  private final NavigableMap<String, byte[]> written = new TreeMap<>();
  private final NavigableMap<String, Set<String>> staticFinals = new TreeMap<>();
  private final List<PinnedSite> pinnedSites = new ArrayList<>();
  private int suspendableMethods;
  private int suspensionPoints;

  private Emission(FrozenAnalysis analysis, ClassEmitter emitter) {
    this.analysis = analysis;
    this.emitter = emitter;
  }

  /**
   * Writes prepared classes.
   *
   * @param analysis what is kept for classes that come later
   * @param forms the forms of the program and of these classes
   */
  static Emission of(
      ClassPreparation classes,
      FrozenAnalysis analysis,
      FormTable forms,
      CallResolver resolver,
      TransformOptions options) {
    Hierarchy hierarchy = classes.hierarchy();
    CallPlanner calls = new CallPlanner(resolver, hierarchy, forms, options.everyCall());
    EmitContext context =
        new EmitContext(
            hierarchy,
            forms,
            new CompanionIndex(forms),
            new MethodPlanner(calls, hierarchy, analysis.intrinsics()),
            analysis.intrinsics(),
            EmitContext.writerFor(hierarchy),
            options.everyCall());
    Emission emission = new Emission(analysis, new ClassEmitter(context));
    classes.models().forEach((name, model) -> emission.add(name, model, classes));
    return emission;
  }

  private void add(String name, ClassModel model, ClassPreparation classes) {
    ClassOutput output = emitter.emit(model, classes.serialVersion(name));
    written.putAll(output.classes());
    pinnedSites.addAll(output.pinnedSites());
    suspendableMethods += output.suspendableMethods();
    suspensionPoints += output.suspensionPoints();
    if (!output.staticFinals().isEmpty()) {
      staticFinals.put(name, output.staticFinals());
    }
  }

  /** Adds the companions of the whole program. */
  void addCompanions() {
    written.putAll(emitter.emitCompanions());
  }

  NavigableMap<String, byte[]> written() {
    return written;
  }

  TransformedProgram result(int classes) {
    TransformReport report =
        new TransformReport(
            classes, written.size() - classes, suspendableMethods, suspensionPoints, pinnedSites);
    return new TransformedProgram(written, staticFinals, report, analysis);
  }
}
