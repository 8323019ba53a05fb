package dev.stint.transformer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Where class files come from. Implementations must return the same bytes every time. */
@FunctionalInterface
public interface ProgramSource {
  /**
   * The class file of a class that the job's own class loader defines.
   *
   * @param internalName such as {@code java/util/List}
   * @return the bytes, or null if the class is not part of the job (the JDK's, Stint's own API)
   */
  byte @Nullable [] classBytes(String internalName);

  /**
   * The class file of a class that a parent of the job's class loader defines: the JDK, and what of
   * Stint a job sees.
   *
   * @return the bytes, or null if there is no such class
   */
  default byte @Nullable [] parentBytes(String internalName) {
    String resource = internalName + ".class";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
