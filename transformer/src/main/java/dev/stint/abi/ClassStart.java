package dev.stint.abi;

/**
 * Where static initialisers say that they have begun. No public method of the JDK tells this of a
 * class without initialising it, and one may be loaded long before it is used, to verify another.
 */
public final class ClassStart {
  /** A class loader that wants to know. */
  public interface Listener {
    /**
     * Called once for each class, on the thread that initialises it, before any of the
     * initialiser's own code.
     */
    void initializerBegan(Class<?> type);
  }

  private ClassStart() {}

  /** Called by the initialiser of {@code type}, first of all. */
  public static void began(Class<?> type) {
    if (type.getClassLoader() instanceof Listener listener) {
      listener.initializerBegan(type);
    }
  }
}
