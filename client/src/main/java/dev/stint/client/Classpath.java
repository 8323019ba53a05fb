package dev.stint.client;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files that hold a program's classes.
 *
 * <p>Left out: what is not there (as {@code java} does), what is neither a folder nor a jar, and
 * Stint's own modules, which nodes have.
 */
final class Classpath {
  private Classpath() {}

  /**
   * That of this JVM, with what the URL class loaders above {@code loader} add.
   *
   * @throws NotShippableException if a jar cannot be read
   */
  static List<Path> ofThisProgram(ClassLoader loader) {
    List<Path> entries = new ArrayList<>(split(ThisProcess.property("java.class.path")));
    for (ClassLoader each = loader; each != null; each = each.getParent()) {
      if (each instanceof URLClassLoader urls) {
        for (URL url : urls.getURLs()) {
          local(url).ifPresent(entries::add);
        }
      }
    }
    return of(entries);
  }

  /**
   * The given entries, with those that their manifests add.
   *
   * @throws NotShippableException if a jar cannot be read
   */
  static List<Path> of(Collection<Path> entries) {
    Set<Path> result = new LinkedHashSet<>();
    Set<Path> seen = new LinkedHashSet<>();
    Deque<Path> pending = new ArrayDeque<>(entries);
    while (!pending.isEmpty()) {
      Path entry = pending.removeFirst().toAbsolutePath().normalize();
      if (!seen.add(entry) || !Files.exists(entry)) {
        continue;
      }
      if (Files.isDirectory(entry)) {
        if (!StintModules.isOwnFolder(entry)) {
          result.add(entry);
        }
      } else if (isJar(entry)) {
        JarContents jar = JarContents.read(entry);
        List<Path> added = jar.manifestClasspath();
        for (int i = added.size() - 1; i >= 0; i--) {
          pending.addFirst(added.get(i));
        }
        if (!StintModules.isOwnJar(jar) && !jar.isEmpty()) {
          result.add(entry);
        }
      }
    }
    return List.copyOf(result);
  }

  /**
   * The entries of a class path as {@code java -cp} takes it; {@code *} stands for a folder's jars.
   */
  static List<Path> split(String classpath) {
    List<Path> entries = new ArrayList<>();
    for (String text : classpath.split(File.pathSeparator, -1)) {
      entries.add(Path.of(text.isEmpty() ? "." : text));
    }
    return entries;
  }

  private static boolean isJar(Path file) {
    Path name = file.getFileName();
    String text = name == null ? "" : name.toString();
    return text.endsWith(".jar") || text.endsWith(".zip");
  }

  static Optional<Path> local(URL url) {
    try {
      URI uri = url.toURI();
      return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }
}
