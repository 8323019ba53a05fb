package dev.stint.image;

/**
 * Stands one object in for another while it travels: a handle for what it names, a marker for what
 * every node has.
 *
 * @param <T> the objects replaced
 */
public interface Substitution<T> {
  /** What travels instead; never null, and never the object itself. */
  Object replace(T value);

  /** What the travelling object means in this JVM. */
  T resolve(Object travelled);
}
