package dev.stint.runtime;

import dev.stint.transformer.ProgramSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The class files of a job's class path, with those of the runtime that run in its class loader.
 */
final class BundleSource implements ProgramSource, Closeable {
  private static final String CLASS = ".class";
  private static final String SUPPORT = "dev/stint/support/";

  /** What a client needs to reach a cluster; a job that has it on its class path rarely uses it. */
  private static final List<String> NOT_FOLLOWED =
      List.of("dev/stint/client/", "dev/stint/proto/", "io/grpc/", "com/google/protobuf/");

  private final List<Entry> entries = new ArrayList<>();

  /**
   * @throws IOException if an entry of the class path cannot be read, naming it
   */
  BundleSource(List<Path> classPath) throws IOException {
    for (Path path : classPath) {
      entries.add(open(path));
    }
  }

  private static Entry open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return new Folder(path);
    }
    try {
      return new Jar(new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.version()));
    } catch (IOException e) {
      throw new IOException(
          path.getFileName() + " cannot be read as a jar (" + e.getMessage() + "). Build it anew",
          e);
    }
  }

  @Override
  public byte @Nullable [] classBytes(String internalName) {
    if (internalName.startsWith(SUPPORT)) {
      return supportBytes(internalName);
    }
    if (JobClassLoader.isFromParent(internalName.replace('/', '.'))) {
      return null;
    }
    for (String prefix : NOT_FOLLOWED) {
      if (internalName.startsWith(prefix)) {
        return null;
      }
    }
    Entry holder = holderOf(internalName);
    return holder == null ? null : holder.read(internalName);
  }

  private static byte @Nullable [] supportBytes(String internalName) {
    try (InputStream in = BundleSource.class.getResourceAsStream("/" + internalName + CLASS)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Entry holderOf(String internalName) {
    for (Entry entry : entries) {
      if (entry.has(internalName)) {
        return entry;
      }
    }
    return null;
  }

  /**
   * The job's own classes: all in the entries that hold the roots, by internal name; and the
   * support classes.
   */
  Collection<String> ownClasses(List<String> roots) {
    TreeSet<String> names = new TreeSet<>();
    for (String root : roots) {
      Entry holder = holderOf(root.replace('.', '/'));
      if (holder != null) {
        names.addAll(holder.classes());
      }
    }
    for (CallbackTable.Entry entry : CallbackTable.ENTRIES) {
      names.add(SUPPORT + entry.target());
    }
    for (String name :
        List.of("Entry", "Spawning", "FanOut", "Receiving", "Selecting", "ForkScope")) {
      names.add(SUPPORT + name);
    }
    return names;
  }

  @Override
  public void close() {
    for (Entry entry : entries) {
      entry.close();
    }
  }

  /** One entry of the class path. */
  private interface Entry {
    boolean has(String internalName);

    byte[] read(String internalName);

    Collection<String> classes();

    void close();
  }

  private static boolean isProgramClass(String name) {
    return name.endsWith(CLASS)
        && !name.startsWith("META-INF/")
        && !name.endsWith("module-info.class")
        && !name.endsWith("package-info.class");
  }

  private static String withoutSuffix(String name) {
    return name.substring(0, name.length() - CLASS.length());
  }

  private record Folder(Path path) implements Entry {
    @Override
    public boolean has(String internalName) {
      return Files.isRegularFile(path.resolve(internalName + CLASS));
    }

    @Override
    public byte[] read(String internalName) {
      try {
        return Files.readAllBytes(path.resolve(internalName + CLASS));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Collection<String> classes() {
      try (Stream<Path> files = Files.walk(path)) {
        return files
            .map(file -> path.relativize(file).toString().replace('\\', '/'))
            .filter(BundleSource::isProgramClass)
            .map(BundleSource::withoutSuffix)
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {}
  }

  private record Jar(JarFile file) implements Entry {
    @Override
    public boolean has(String internalName) {
      return file.getJarEntry(internalName + CLASS) != null;
    }

    @Override
    public byte[] read(String internalName) {
      String name = internalName + CLASS;
      JarEntry entry = Objects.requireNonNull(file.getJarEntry(name), name);
      try (InputStream in = Objects.requireNonNull(file.getInputStream(entry), name)) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(
            "class " + internalName + " in " + file.getName() + " is damaged", e);
      }
    }

    @Override
    public Collection<String> classes() {
      return file.versionedStream()
          .map(JarEntry::getName)
          .filter(BundleSource::isProgramClass)
          .map(BundleSource::withoutSuffix)
          .toList();
    }

    @Override
    public void close() {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
