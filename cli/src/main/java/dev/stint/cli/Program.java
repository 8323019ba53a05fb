package dev.stint.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program as {@code stint run} was given it, ready to be shipped. Closing it removes what was
 * compiled.
 *
 * @param name what it is called: its file's name without the ending
 * @param compiled folder of classes made for it; null for a jar
 */
record Program(
    String name,
    String mainClass,
    List<String> arguments,
    List<Path> classpath,
    @Nullable Path compiled)
    implements AutoCloseable {

  /**
   * @param words the program's files, then its own arguments
   * @param main the main class; empty to find it
   * @param messages where the compiler writes
   * @throws CommandFailure if there is no such program
   */
  static Program of(List<String> words, String main, List<Path> classpath, PrintStream messages) {
    String first = words.get(0);
    if (first.endsWith(".java")) {
      return compiled(words, main, classpath, messages);
    }
    if (first.endsWith(".jar")) {
      return jar(words, main, classpath);
    }
    throw new CommandFailure(
        ExitCode.USAGE,
        "'"
            + first
            + "' is no program: name a .java file or a .jar, for example"
            + " 'stint run Count.java 5000000'");
  }

  private static Program jar(List<String> words, String main, List<Path> classpath) {
    Path jar = Classpaths.existing(words.get(0));
    List<Path> entries = new ArrayList<>();
    entries.add(jar);
    entries.addAll(classpath);
    String named = Classpaths.mainClass(jar);
    String mainClass = main.isEmpty() ? named : main;
    if (mainClass.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          jar + " names no main class in its manifest. Say which one with --main CLASS");
    }
    requireClass(entries, mainClass);
    requireMain(entries, mainClass, mainClass);
    return new Program(
        nameOf(jar), mainClass, List.copyOf(words.subList(1, words.size())), entries, null);
  }

  private static Program compiled(
      List<String> words, String main, List<Path> classpath, PrintStream messages) {
    List<Path> sources = new ArrayList<>();
    while (sources.size() < words.size() && words.get(sources.size()).endsWith(".java")) {
      sources.add(Classpaths.existing(words.get(sources.size())));
    }
    List<String> arguments = List.copyOf(words.subList(sources.size(), words.size()));
    Path classes = temporaryFolder();
    Program files = new Program(nameOf(sources.get(0)), "", arguments, classpath, classes);
    try {
      String first = new SourceCompiler(messages).compile(sources, classpath, classes);
      List<Path> entries = new ArrayList<>();
      entries.add(classes);
      entries.addAll(classpath);
      String mainClass = main.isEmpty() ? first : main;
      requireClass(entries, mainClass);
      requireMain(entries, mainClass, main.isEmpty() ? sources.get(0).toString() : mainClass);
      return new Program(files.name(), mainClass, arguments, entries, classes);
    } catch (RuntimeException e) {
      files.close();
      throw e;
    }
  }

  private static void requireClass(List<Path> entries, String mainClass) {
    if (!Classpaths.has(entries, mainClass)) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND,
          "there is no class " + mainClass + " in the program. Check --main and --classpath");
    }
  }

  /**
   * @param said what the user called it
   */
  private static void requireMain(List<Path> entries, String mainClass, String said) {
    if (!MainMethods.has(entries, mainClass)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          said
              + " has no main method: add 'void main()' or 'public static void main(String[] args)'"
              + (said.equals(mainClass) ? "" : " to its first class, " + mainClass)
              + ", or name another class with --main");
    }
  }

  private static String nameOf(Path file) {
    String text = String.valueOf(file.getFileName());
    int dot = text.lastIndexOf('.');
    return dot > 0 ? text.substring(0, dot) : text;
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("stint-run-");
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.JOB_FAILED, "no temporary folder can be made (" + e.getMessage() + ")");
    }
  }

  @Override
  public void close() {
    if (compiled != null) {
      Folders.remove(compiled);
    }
  }
}
