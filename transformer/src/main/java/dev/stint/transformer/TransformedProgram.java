package dev.stint.transformer;

import dev.stint.transformer.analysis.CallResolver;
import dev.stint.transformer.analysis.FormTable;
import dev.stint.transformer.analysis.Hierarchy;
import dev.stint.transformer.analysis.Suspendability;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A job's classes as its class loader defines them, with all that was generated for them. The same
 * program and intrinsics give the same bytes on every machine. Class files are written when they
 * are asked for; safe for use by several threads.
 */
public final class TransformedProgram {
  private final Emission classes;
  private final NavigableMap<String, Set<String>> staticFinals;
  private final FrozenAnalysis analysis;

  /** What was generated for classes that came later: their loader asks for it by name. */
  private final Map<String, byte[]> generatedLate = new HashMap<>();

  TransformedProgram(
      Emission classes, NavigableMap<String, Set<String>> staticFinals, FrozenAnalysis analysis) {
    this.classes = classes;
    this.staticFinals = new TreeMap<>(staticFinals);
    this.analysis = analysis;
  }

  /**
   * The class file to define, or null if the class is not part of the program. Ask for generated
   * classes (frames, lambdas, companions) here, too.
   */
  public synchronized byte @Nullable [] classBytes(String internalName) {
    byte[] bytes = classes.bytes(internalName);
    return bytes == null ? generatedLate.get(internalName) : bytes;
  }

  /**
   * All classes, given and generated: internal name to class file, in name order. Writes them all.
   */
  public synchronized NavigableMap<String, byte[]> classes() {
    return classes.all();
  }

  /**
   * The static fields that were final in the source and are no compile-time constants, by internal
   * class name. Most of them are no longer final, so that a thawed tasklet can bring its values.
   */
  public NavigableMap<String, Set<String>> staticFinals() {
    return Collections.unmodifiableNavigableMap(staticFinals);
  }

  /** What was transformed, and where code runs pinned. Writes all classes. */
  public synchronized TransformReport report() {
    return classes.report();
  }

  /**
   * Transforms a class that was not known when the program was: one that the job itself generates
   * or loads. What was decided for the program stays as it is.
   *
   * @return the class and all that was generated for it, by internal name; the latter is from now
   *     on found by {@link #classBytes}, too
   */
  public synchronized Map<String, byte[]> transformLate(String internalName, byte[] classFile) {
    Hierarchy hierarchy = analysis.hierarchy().extensible();
    // Classes that know nothing of it may read its constants already, so none are kept apart.
    ClassPreparation late =
        ClassPreparation.of(Map.of(internalName, classFile), hierarchy, (type, field) -> false);
    CallResolver resolver = new CallResolver(hierarchy, analysis.intrinsics());
    FormTable forms =
        Suspendability.analyseLate(late.models().values(), hierarchy, resolver, analysis.forms());
    Map<String, byte[]> written =
        Emission.of(late, forms, resolver, analysis.intrinsics(), TransformOptions.STANDARD, false)
            .all();
    generatedLate.putAll(written);
    generatedLate.remove(internalName);
    return written;
  }

  FrozenAnalysis analysis() {
    return analysis;
  }
}
