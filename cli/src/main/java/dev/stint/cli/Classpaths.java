package dev.stint.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Class paths as people write them. */
final class Classpaths {
  private Classpaths() {}

  /**
   * Entries divided by the platform's separator; {@code folder/*} stands for the folder's jars.
   *
   * @throws CommandFailure if an entry is not there
   */
  static List<Path> split(String classpath) {
    List<Path> entries = new ArrayList<>();
    for (String text : classpath.isEmpty() ? new String[0] : classpath.split(File.pathSeparator)) {
      if (text.endsWith("*")) {
        entries.addAll(jarsIn(existing(text.substring(0, text.length() - 1))));
      } else if (!text.isEmpty()) {
        entries.add(existing(text));
      }
    }
    return entries;
  }

  /** A file or folder that is there. */
  static Path existing(String text) {
    Path path = Path.of(text);
    if (!Files.exists(path)) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND,
          text + " is not there (looked in " + Path.of("").toAbsolutePath() + "). Check the path");
    }
    return path;
  }

  /** Whether one of the entries has the class. */
  static boolean has(List<Path> entries, String className) {
    String file = className.replace('.', '/') + ".class";
    return entries.stream()
        .anyMatch(entry ->
            Files.isDirectory(entry) ? Files.exists(entry.resolve(file)) : jarHas(entry, file));
  }

  /** The main class that a jar's manifest names; empty if it names none. */
  static String mainClass(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String main =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
      return main == null ? "" : main;
    } catch (IOException e) {
      throw corrupt(jar, e);
    }
  }

  private static boolean jarHas(Path jar, String file) {
    try (JarFile open = new JarFile(jar.toFile())) {
      return open.getEntry(file) != null;
    } catch (IOException e) {
      throw corrupt(jar, e);
    }
  }

  private static CommandFailure corrupt(Path jar, IOException e) {
    return new CommandFailure(
        ExitCode.USAGE, jar + " is not a readable jar (" + e.getMessage() + "). Build it again");
  }

  private static List<Path> jarsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND, folder + " is not a readable folder (" + e.getMessage() + ")");
    }
  }
}
