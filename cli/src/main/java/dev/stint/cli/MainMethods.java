package dev.stint.cli;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a class can be started, by the rules of Java 25's launcher (JLS 12.1.4): it has or
 * inherits a {@code main} that is not private, returns nothing, and takes a {@code String[]} or
 * nothing.
 */
final class MainMethods {
  private MainMethods() {}

  /** Looks without running any of its code. What cannot be loaded here is left to the nodes. */
  static boolean has(List<Path> classpath, String className) {
    ClassLoader stint = MainMethods.class.getClassLoader();
    try (URLClassLoader loader = new URLClassLoader(urls(classpath), stint)) {
      Class<?> type = Class.forName(className, false, loader);
      return has(type, String[].class) || has(type);
    } catch (ClassNotFoundException | LinkageError | IOException e) {
      return true;
    }
  }

  private static boolean has(Class<?> type, Class<?>... parameters) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      try {
        var method = each.getDeclaredMethod("main", parameters);
        if (!Modifier.isPrivate(method.getModifiers()) && method.getReturnType() == void.class) {
          return true;
        }
      } catch (NoSuchMethodException e) {
        // A superclass may have it.
      }
    }
    return false;
  }

  private static URL[] urls(List<Path> classpath) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path entry : classpath) {
      urls.add(entry.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
