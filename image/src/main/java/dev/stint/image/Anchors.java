package dev.stint.image;

import java.util.List;

/** The closed list of what cannot leave its JVM, with the reason and a way out. */
final class Anchors {
  private record Anchor(String base, String reason) {}

  private static final String FILE =
      "an open file belongs to its machine. Open it after the move, or ship it with the job and read"
          + " it through Tasklet.file";
  private static final String SOCKET =
      "a connection belongs to its machine. Keep it in a Local, which each node opens for itself";
  private static final String THREADS =
      "threads belong to their JVM. Use Tasklet.spawn instead, or end them first";
  private static final String NATIVE = "native memory belongs to its process. Use a heap buffer";
  private static final String HANDLE =
      "method handles have no form outside their JVM. Use a lambda or an interface";

  private static final List<Anchor> LIST =
      List.of(
          new Anchor("java.lang.Thread", THREADS),
          new Anchor("java.lang.ThreadGroup", THREADS),
          new Anchor("java.util.Timer", THREADS),
          new Anchor("java.util.concurrent.ThreadPoolExecutor", THREADS),
          new Anchor("java.util.concurrent.ForkJoinPool", THREADS),
          new Anchor("java.util.concurrent.ForkJoinTask", THREADS),
          new Anchor("java.lang.ThreadLocal", "its values belong to threads. Use a field"),
          new Anchor("java.lang.ClassLoader", "a class loader belongs to its JVM"),
          new Anchor("java.lang.Module", "a module belongs to its JVM"),
          new Anchor("java.lang.ModuleLayer", "a module layer belongs to its JVM"),
          new Anchor("java.lang.Process", "a process belongs to its machine"),
          new Anchor("java.lang.ProcessHandle", "a process belongs to its machine"),
          new Anchor("java.lang.Runtime", "it stands for one JVM"),
          new Anchor("java.lang.invoke.MethodHandle", HANDLE),
          new Anchor("java.lang.invoke.MethodHandles$Lookup", HANDLE),
          new Anchor("java.lang.invoke.VarHandle", HANDLE),
          new Anchor("java.net.Socket", SOCKET),
          new Anchor("java.net.ServerSocket", SOCKET),
          new Anchor("java.net.DatagramSocket", SOCKET),
          new Anchor("java.net.URLConnection", SOCKET),
          new Anchor("java.net.http.HttpClient", SOCKET),
          new Anchor("java.nio.channels.Channel", SOCKET),
          new Anchor("java.nio.channels.Selector", SOCKET),
          new Anchor("java.sql.Connection", SOCKET),
          new Anchor("java.io.FileInputStream", FILE),
          new Anchor("java.io.FileOutputStream", FILE),
          new Anchor("java.io.RandomAccessFile", FILE),
          new Anchor("java.io.FileDescriptor", FILE),
          new Anchor("java.io.FileReader", FILE),
          new Anchor("java.io.FileWriter", FILE),
          new Anchor("java.io.Console", FILE),
          new Anchor("java.util.zip.ZipFile", FILE),
          new Anchor("java.util.zip.Inflater", NATIVE),
          new Anchor("java.util.zip.Deflater", NATIVE),
          new Anchor("java.nio.MappedByteBuffer", NATIVE),
          new Anchor("java.lang.foreign.MemorySegment", NATIVE),
          new Anchor("java.lang.foreign.Arena", NATIVE));

  private Anchors() {}

  /** Throws if objects of this class cannot travel. */
  static void refuse(Class<?> type) {
    for (Anchor anchor : LIST) {
      if (isA(type, anchor.base())) {
        throw new NotSerializableStateException("", type.getName(), anchor.reason());
      }
    }
  }

  private static boolean isA(Class<?> type, String base) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (c.getName().equals(base)) {
        return true;
      }
      for (Class<?> implemented : c.getInterfaces()) {
        if (isA(implemented, base)) {
          return true;
        }
      }
    }
    return false;
  }

  static NotSerializableStateException noCodec(Class<?> type) {
    return new NotSerializableStateException(
        "",
        type.getName(),
        "this JDK class shows too little of its state to be rebuilt elsewhere. Let it end before"
            + " the tasklet moves, or keep what it was made from instead");
  }

  static NotSerializableStateException unknownSuperclass(Class<?> type, Class<?> base) {
    return new NotSerializableStateException(
        "",
        type.getName(),
        "it extends "
            + base.getName()
            + ", which hides its state. Hold such an object in a field instead of extending it");
  }

  static NotSerializableStateException held(Object value, String what) {
    return new NotSerializableStateException("", value.getClass().getName(), what);
  }
}
