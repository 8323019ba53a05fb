package dev.stint.examples.census;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Parses one source file with the JDK's own compiler and reads its figures off the tree. */
final class FileAnalysis {
  /** A file is only parsed: without a class path to search, javac opens no jar for each. */
  private static final List<String> OPTIONS = List.of("-proc:none", "-classpath", "");

  private FileAnalysis() {}

  private static final class SourceText extends SimpleJavaFileObject {
    private final String text;

    SourceText(String text) {
      super(URI.create("string:///Source.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /**
   * The figures of a file. Nothing of the compiler outlives the call.
   *
   * @throws IllegalStateException if this Java has no compiler
   */
  static FileFigures analyse(String path, String text) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException(
          "this Java has no compiler (module jdk.compiler). Run the census on a JDK");
    }
    AtomicBoolean broken = new AtomicBoolean();
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                Writer.nullWriter(),
                null,
                problem -> broken.compareAndSet(false, problem.getKind() == Diagnostic.Kind.ERROR),
                OPTIONS,
                null,
                List.of(new SourceText(text)));
    try {
      Iterator<? extends CompilationUnitTree> units = task.parse().iterator();
      if (!units.hasNext()) {
        return FileFigures.UNPARSED;
      }
      CompilationUnitTree unit = units.next();
      SourceVisitor visitor = new SourceVisitor(path, unit, Trees.instance(task));
      visitor.scan(unit, null);
      return broken.get() ? FileFigures.UNPARSED : visitor.figures((int) text.lines().count());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
