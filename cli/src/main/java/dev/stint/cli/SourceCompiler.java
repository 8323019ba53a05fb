package dev.stint.cli;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import dev.stint.Tasklet;
import dev.stint.client.StintClient;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles source files as {@code java File.java} does (JEP 330 and 458): the first class of the
 * first file is the main class, and other classes are found in the sources beside it.
 */
final class SourceCompiler {
  private final PrintStream messages;

  SourceCompiler(PrintStream messages) {
    this.messages = messages;
  }

  /** What the head of a source file tells. */
  private record Head(String packageName, String firstClass) {}

  /**
   * Returns the binary name of the first class.
   *
   * @throws CommandFailure if the sources do not compile; the compiler has said why
   */
  String compile(List<Path> sources, List<Path> classpath, Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new CommandFailure(
          ExitCode.USAGE, "this Java has no compiler (" + JavaHome.path() + "). Use a JDK");
    }
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      Head head = head(compiler, files, sources.get(0));
      List<String> options =
          List.of(
              "-proc:none",
              "-g",
              "-parameters",
              "-implicit:class",
              "-d",
              classes.toString(),
              "-classpath",
              join(classpath),
              "-sourcepath",
              root(sources.get(0), head.packageName()).toString());
      PrintWriter writer = new PrintWriter(messages, true, StandardCharsets.UTF_8);
      boolean compiled =
          compiler
              .getTask(
                  writer, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (compiled && !head.firstClass().isEmpty()) {
        return head.firstClass();
      }
      throw new CommandFailure(
          ExitCode.USAGE, compiled ? sources.get(0) + " declares no class" : "compilation failed");
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.USAGE, "the program cannot be read (" + e.getMessage() + ")");
    }
  }

  /** Parses only; what is wrong is told when the file is compiled. */
  private static Head head(JavaCompiler compiler, StandardJavaFileManager files, Path source)
      throws IOException {
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null,
                files,
                new DiagnosticCollector<>(),
                List.of("-proc:none"),
                null,
                files.getJavaFileObjects(source));
    for (CompilationUnitTree unit : task.parse()) {
      String packageName = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
      String prefix = packageName.isEmpty() ? "" : packageName + ".";
      String first =
          unit.getTypeDecls().stream()
              .filter(ClassTree.class::isInstance)
              .map(type -> prefix + ((ClassTree) type).getSimpleName())
              .findFirst()
              .orElse("");
      return new Head(packageName, first);
    }
    return new Head("", "");
  }

  /** The folder that holds the packages of a source file. */
  private static Path root(Path source, String packageName) {
    Path folder = source.toAbsolutePath().normalize().getParent();
    int depth = packageName.isEmpty() ? 0 : packageName.split("\\.").length;
    for (int i = 0; i < depth && folder != null; i++) {
      folder = folder.getParent();
    }
    return folder == null ? Path.of("/") : folder;
  }

  /** With what a program needs to call Stint, if it does. */
  private static String join(List<Path> classpath) {
    return Stream.concat(
            classpath.stream().map(Path::toString),
            Stream.of(Tasklet.class, StintClient.class).map(SourceCompiler::origin))
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String origin(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    try {
      return location == null ? "" : Path.of(location.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path entry is no URI: " + location, e);
    }
  }
}
