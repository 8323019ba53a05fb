package dev.stint.transformer;

import dev.stint.transformer.analysis.ClassReferences;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The class files that make up one job: its own classes and what these refer to, directly or not.
 * The JDK and Stint's API are not part of it.
 */
public final class Program {
  private final ProgramSource source;
  private final NavigableMap<String, byte[]> classes;

  private Program(ProgramSource source, NavigableMap<String, byte[]> classes) {
    this.source = source;
    this.classes = classes;
  }

  /**
   * Everything that can be reached from the roots. A reference to a class that {@code source} does
   * not have is left open: bundles may be incomplete.
   *
   * @param roots internal names; usually all classes of the job's own directories or jars, and the
   *     classes that its intrinsics lead to
   */
  public static Program closure(ProgramSource source, Collection<String> roots) {
    NavigableMap<String, byte[]> found = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(new TreeSet<>(roots));
    TreeSet<String> seen = new TreeSet<>(roots);
    while (!open.isEmpty()) {
      String name = open.removeFirst();
      byte[] bytes = source.classBytes(name);
      if (bytes == null) {
        continue;
      }
      found.put(name, bytes);
      for (String next : ClassReferences.of(bytes)) {
        if (seen.add(next)) {
          open.addLast(next);
        }
      }
    }
    return new Program(source, found);
  }

  /** Exactly these classes, without following references. */
  public static Program of(ProgramSource source, Map<String, byte[]> classes) {
    return new Program(source, new TreeMap<>(classes));
  }

  /** Internal name to class file, in name order. */
  public NavigableMap<String, byte[]> classes() {
    return Collections.unmodifiableNavigableMap(classes);
  }

  /** Where classes outside the program are looked up. */
  public ProgramSource source() {
    return source;
  }
}
