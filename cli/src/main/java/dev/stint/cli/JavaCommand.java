package dev.stint.cli;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Command lines of JVMs that run from the same Java and the same jars as this one. */
final class JavaCommand {
  private JavaCommand() {}

  static List<String> of(List<String> flags, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(JavaHome.path().resolve("bin").resolve("java").toString());
    command.addAll(flags);
    command.add("-cp");
    command.add(classpath());
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }

  private static String classpath() {
    String own = ManagementFactory.getRuntimeMXBean().getClassPath();
    return Arrays.stream(own.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
