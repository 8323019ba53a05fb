package dev.stint.examples.census;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up files to a package's figures, and packages to a module's or to all. */
final class Tally implements Serializable {
  private static final long serialVersionUID = 1L;
  static final int TOP = 15;

  private int files;
  private int unparsed;
  private long lines;
  private long methods;
  private long methodLines;
  private long published;
  private long documented;
  private final long[] lengths = new long[Scale.LENGTH.size()];
  private final long[] complexities = new long[Scale.COMPLEXITY.size()];
  private final long[] nestings = new long[Scale.NESTING.size()];
  private final TopMethods longest = new TopMethods(TopMethods.By.LINES, TOP);
  private final TopMethods mostComplex = new TopMethods(TopMethods.By.COMPLEXITY, TOP);
  private final TopMethods deepest = new TopMethods(TopMethods.By.NESTING, TOP);
  private final TreeMap<String, Long> identifiers = new TreeMap<>();
  private final TreeMap<String, Long> types = new TreeMap<>();

  void add(FileFigures file) {
    files++;
    unparsed += file.parsed() ? 0 : 1;
    lines += file.lines();
    published += file.published();
    documented += file.documented();
    for (MethodFigures method : file.methods()) {
      methods++;
      methodLines += method.lines();
      lengths[Scale.LENGTH.classOf(method.lines())]++;
      complexities[Scale.COMPLEXITY.classOf(method.complexity())]++;
      nestings[Scale.NESTING.classOf(method.nesting())]++;
      longest.add(method);
      mostComplex.add(method);
      deepest.add(method);
    }
    for (Map.Entry<String, Integer> name : file.identifiers().entrySet()) {
      identifiers.merge(name.getKey(), (long) name.getValue(), Long::sum);
    }
    for (Map.Entry<String, Integer> name : file.types().entrySet()) {
      types.merge(name.getKey(), (long) name.getValue(), Long::sum);
    }
  }

  void add(PackageCensus part) {
    files += part.files();
    unparsed += part.unparsed();
    lines += part.lines();
    methods += part.methods();
    methodLines += part.methodLines();
    published += part.published();
    documented += part.documented();
    addTo(lengths, part.lengths());
    addTo(complexities, part.complexities());
    addTo(nestings, part.nestings());
    addTo(longest, part.longest());
    addTo(mostComplex, part.mostComplex());
    addTo(deepest, part.deepest());
    addTo(identifiers, part.identifiers());
    addTo(types, part.types());
  }

  private static void addTo(long[] sum, List<Long> part) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += part.get(i);
    }
  }

  private static void addTo(TopMethods top, List<MethodFigures> part) {
    for (MethodFigures method : part) {
      top.add(method);
    }
  }

  private static void addTo(Map<String, Long> sum, Map<String, Long> part) {
    for (Map.Entry<String, Long> e : part.entrySet()) {
      sum.merge(e.getKey(), e.getValue(), Long::sum);
    }
  }

  /** What has been added up, under this name. */
  PackageCensus census(String module, String name) {
    return new PackageCensus(
        module,
        name,
        files,
        unparsed,
        lines,
        methods,
        methodLines,
        published,
        documented,
        boxed(lengths),
        boxed(complexities),
        boxed(nestings),
        longest.list(),
        mostComplex.list(),
        deepest.list(),
        identifiers,
        types);
  }

  private static List<Long> boxed(long[] values) {
    List<Long> list = new ArrayList<>();
    for (long value : values) {
      list.add(value);
    }
    return list;
  }
}
