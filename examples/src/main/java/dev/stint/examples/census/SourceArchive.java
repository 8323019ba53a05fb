package dev.stint.examples.census;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads a zip or folder of Java sources; keeps nothing open between calls. */
final class SourceArchive {
  private static final String MODULE_FILE = "module-info.java";

  private SourceArchive() {}

  /** The packages, ordered by path. */
  static List<SourcePackage> packages(Path input) throws IOException {
    List<String> paths = Files.isDirectory(input) ? inFolder(input) : inZip(input);
    Set<String> modules = new TreeSet<>();
    Map<String, List<String>> folders = new TreeMap<>();
    for (String path : paths) {
      String folder = folderOf(path);
      folders.computeIfAbsent(folder, f -> new ArrayList<>()).add(path);
      if (path.endsWith("/" + MODULE_FILE)) {
        modules.add(folder);
      }
    }
    List<SourcePackage> packages = new ArrayList<>();
    for (Map.Entry<String, List<String>> folder : folders.entrySet()) {
      String module = moduleOf(folder.getKey(), modules);
      int skip = module.isEmpty() ? 0 : Math.min(folder.getKey().length(), module.length() + 1);
      String name = folder.getKey().substring(skip).replace('/', '.');
      packages.add(new SourcePackage(module, name, folder.getValue()));
    }
    return packages;
  }

  private static String folderOf(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static String moduleOf(String folder, Set<String> modules) {
    for (String at = folder; !at.isEmpty(); at = folderOf(at)) {
      if (modules.contains(at)) {
        return at;
      }
    }
    return "";
  }

  private static List<String> inZip(Path input) throws IOException {
    List<String> paths = new ArrayList<>();
    try (ZipFile zip = new ZipFile(input.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        String name = entries.nextElement().getName();
        if (name.endsWith(".java")) {
          paths.add(name);
        }
      }
    }
    Collections.sort(paths);
    return paths;
  }

  private static List<String> inFolder(Path input) throws IOException {
    List<String> paths = new ArrayList<>();
    Files.walkFileTree(
        input,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              paths.add(input.relativize(file).toString().replace('\\', '/'));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(paths);
    return paths;
  }

  /**
   * The text of some files, in their order.
   *
   * @throws NoSuchFileException if the archive lacks one of them
   */
  static List<String> read(Path input, List<String> files) throws IOException {
    List<String> texts = new ArrayList<>();
    if (Files.isDirectory(input)) {
      for (String file : files) {
        texts.add(Files.readString(input.resolve(file)));
      }
      return texts;
    }
    try (ZipFile zip = new ZipFile(input.toFile())) {
      for (String file : files) {
        texts.add(entry(input, zip, file));
      }
    }
    return texts;
  }

  private static String entry(Path input, ZipFile zip, String file) throws IOException {
    ZipEntry entry = zip.getEntry(file);
    try (InputStream in = entry == null ? null : zip.getInputStream(entry)) {
      if (in == null) {
        throw new NoSuchFileException(file, null, "not in " + input);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
