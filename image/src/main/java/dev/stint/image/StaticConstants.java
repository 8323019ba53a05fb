package dev.stint.image;

import org.jspecify.annotations.Nullable;

/** Knows the objects that are values of static final fields, which keep their identity. */
public interface StaticConstants {
  /** Knows none. */
  StaticConstants NONE =
      new StaticConstants() {
        @Override
        public @Nullable Constant find(Object value) {
          return null;
        }

        @Override
        public @Nullable Object get(Constant constant, ClassLoader loader) {
          return null;
        }
      };

  /** The field whose value this very object is, or null. Called for most objects: be quick. */
  @Nullable Constant find(Object value);

  /** The value of the field in this JVM; null if there is no such field. */
  @Nullable Object get(Constant constant, ClassLoader loader);

  /** A static field, by the binary name of its class. */
  record Constant(String className, String field) {}
}
