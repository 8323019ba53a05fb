package dev.stint.runtime;

import dev.stint.abi.ClassStart;
import dev.stint.transformer.TransformedProgram;
import java.io.Closeable;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Defines the transformed classes of one job. The JDK and what of Stint a job sees come from the
 * parent; everything else is the job's own, first from the transformed program, then from its class
 * path for classes that nothing referred to by name.
 */
final class JobClassLoader extends URLClassLoader implements ClassStart.Listener {
  private static final List<String> FROM_PARENT =
      List.of("dev.stint.abi.", "dev.stint.runtime.", "dev.stint.image.", "dev.stint.spi.");

  static {
    ClassLoader.registerAsParallelCapable();
  }

  private final TransformedProgram program;
  private final ClassLoader shared;
  private final ConcurrentLinkedQueue<Class<?>> defined = new ConcurrentLinkedQueue<>();

  private final Initialization initialization = new Initialization();

  private final AtomicInteger count = new AtomicInteger();

  private final Closeable source;

  private volatile @Nullable ResidentJob job;

  JobClassLoader(TransformedProgram program, List<Path> classPath, ClassLoader parent) {
    this(program, classPath, parent, () -> {});
  }

  /**
   * @param source what the program's classes are read from, closed with this loader
   */
  JobClassLoader(
      TransformedProgram program, List<Path> classPath, ClassLoader parent, Closeable source) {
    super(urls(classPath), parent);
    this.program = program;
    this.shared = parent;
    this.source = source;
  }

  /** Says whose code this loads, which knows its class loader only once it has been made. */
  void belongTo(ResidentJob owner) {
    job = owner;
  }

  /** The job whose code this loads. */
  @Nullable ResidentJob job() {
    return job;
  }

  private static URL[] urls(List<Path> classPath) {
    return classPath.stream()
        .map(path -> {
          try {
            return path.toUri().toURL();
          } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(path + " cannot be on a class path", e);
          }
        })
        .toArray(URL[]::new);
  }

  /** Whether the source calls this static field of one of the program's classes final. */
  boolean hasStaticFinal(Class<?> type, String field) {
    Set<String> finals = program.staticFinals().get(type.getName().replace('.', '/'));
    return finals != null && finals.contains(field);
  }

  /** Whether a class of this binary name always comes from the parent. */
  static boolean isFromParent(String name) {
    if (!name.startsWith("dev.stint.")) {
      return false;
    }
    for (String prefix : FROM_PARENT) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return ApiClasses.contains(name);
  }

  /** How many classes have been defined. */
  int definedCount() {
    return count.get();
  }

  void closeQuietly() {
    try {
      close();
      source.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The classes defined so far, in that order. */
  Collection<Class<?>> defined() {
    return defined;
  }

  @Override
  public void initializerBegan(Class<?> type) {
    initialization.began(type);
  }

  /** Whether the static initialiser of one of its classes has begun. */
  boolean hasBegun(Class<?> type) {
    return initialization.hasBegun(type);
  }

  /** The classes that have been initialised, in that order as far as it is known. */
  List<Class<?>> initialized() {
    return initialization.inOrder(defined);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> found = findLoadedClass(name);
      if (found == null) {
        found = isFromParent(name) || isPlatform(name) ? shared.loadClass(name) : own(name);
      }
      if (resolve) {
        resolveClass(found);
      }
      return found;
    }
  }

  private static boolean isPlatform(String name) {
    return name.startsWith("java.");
  }

  private Class<?> own(String name) throws ClassNotFoundException {
    String internal = name.replace('.', '/');
    byte[] bytes = program.classBytes(internal);
    if (bytes == null) {
      Class<?> platform = fromPlatform(name);
      if (platform != null) {
        return platform;
      }
      bytes = late(internal);
    }
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    Class<?> type = defineClass(name, bytes, 0, bytes.length);
    initialization.defined(type, bytes);
    defined.add(type);
    count.incrementAndGet();
    return type;
  }

  private static @Nullable Class<?> fromPlatform(String name) {
    try {
      return ClassLoader.getPlatformClassLoader().loadClass(name);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private byte @Nullable [] late(String internal) {
    URL resource = findResource(internal + ".class");
    if (resource == null) {
      return null;
    }
    try (var in = resource.openStream()) {
      return program.transformLate(internal, in.readAllBytes()).get(internal);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : ClassLoader.getPlatformClassLoader().getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return findResources(name);
  }
}
