package dev.stint.conformance;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Reads the programs' sources: directives ({@code // conformance: own-jvm}, {@code tasklets},
 * {@code stdin=text}) and the loops marked {@code // frozen here} or {@code // pinned here}.
 */
final class ProgramSources {
  private static final String DIRECTIVE = "// conformance: ";

  private ProgramSources() {}

  /** All programs of a folder, by name. */
  static List<Program> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Program> programs = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        programs.add(read(file));
      }
      return programs;
    }
  }

  private static Program read(Path file) throws IOException {
    List<String> source = Files.readAllLines(file);
    Set<String> directives = new HashSet<>();
    String stdin = "";
    for (String line : source) {
      if (line.startsWith(DIRECTIVE + "stdin=")) {
        stdin = line.substring((DIRECTIVE + "stdin=").length()).translateEscapes();
      } else if (line.startsWith(DIRECTIVE)) {
        directives.add(line.substring(DIRECTIVE.length()).strip());
      }
    }
    String name = file.getFileName().toString().replace(".java", "");
    boolean ownJvm = directives.contains("own-jvm");
    return new Program(name, ownJvm, directives.contains("tasklets"), stdin, marks(file, source));
  }

  private static List<Mark> marks(Path file, List<String> source) throws IOException {
    List<Loop> loops = loops(file);
    List<Mark> marks = new ArrayList<>();
    for (int line = 1; line <= source.size(); line++) {
      String text = source.get(line - 1).stripTrailing();
      if (text.endsWith("// frozen here") || text.endsWith("// pinned here")) {
        marks.add(mark(file, line, text.endsWith("// frozen here"), loops));
      }
    }
    return marks;
  }

  private static Mark mark(Path file, int line, boolean frozen, List<Loop> loops) {
    Loop loop = null;
    for (Loop candidate : loops) {
      if (line >= candidate.start && line <= candidate.bodyStart) {
        loop = loop == null || candidate.start >= loop.start ? candidate : loop;
      }
    }
    if (loop == null) {
      throw new IllegalStateException(file.getFileName() + ":" + line + " marks no loop");
    }
    Set<Integer> lines = new HashSet<>();
    for (int l = loop.start; l <= loop.end; l++) {
      lines.add(l);
    }
    for (Loop inner : loops) {
      if (inner.start > loop.start && inner.end <= loop.end && !inner.endsBodyOf(loop)) {
        for (int l = inner.start; l <= inner.end; l++) {
          lines.remove(l);
        }
      }
    }
    return new Mark(frozen, line, lines);
  }

  private static List<Loop> loops(Path file) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(file));
      CompilationUnitTree unit = task.parse().iterator().next();
      LoopScanner scanner = new LoopScanner(unit, Trees.instance(task).getSourcePositions());
      scanner.scan(unit, null);
      return scanner.loops;
    }
  }

  /** Lines of a loop, from its keyword to its closing brace. */
  private record Loop(int start, int bodyStart, int end, Tree tree, Tree body) {
    boolean endsBodyOf(Loop outer) {
      Tree last = outer.body;
      while (last instanceof BlockTree block && !block.getStatements().isEmpty()) {
        last = block.getStatements().getLast();
      }
      return last == tree;
    }
  }

  private static final class LoopScanner extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Loop> loops = new ArrayList<>();

    LoopScanner(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    private void add(Tree loop, StatementTree body) {
      int end = line(positions.getEndPosition(unit, loop) - 1);
      int bodyStart = line(positions.getStartPosition(unit, body));
      loops.add(new Loop(line(positions.getStartPosition(unit, loop)), bodyStart, end, loop, body));
    }

    private int line(long position) {
      return (int) unit.getLineMap().getLineNumber(position);
    }

    @Override
    public Void visitForLoop(ForLoopTree tree, Void p) {
      add(tree, tree.getStatement());
      return super.visitForLoop(tree, p);
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void p) {
      add(tree, tree.getStatement());
      return super.visitEnhancedForLoop(tree, p);
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree tree, Void p) {
      add(tree, tree.getStatement());
      return super.visitWhileLoop(tree, p);
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree tree, Void p) {
      add(tree, tree.getStatement());
      return super.visitDoWhileLoop(tree, p);
    }
  }
}
