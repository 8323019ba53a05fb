package dev.stint.transformer;

/**
 * Companion interfaces: for a JDK type whose methods some class of the program implements
 * suspendably, the interface that has the suspendable forms. It lives in the job's class loader.
 *
 * <p>Transformed code that calls the JDK type asks with {@code instanceof} for the companion, and
 * calls the plain method if it is missing.
 */
public final class Companions {
  private static final String PACKAGE = "dev/stint/companion/";

  private Companions() {}

  /** Internal name of the companion of a type, also given by internal name. */
  public static String nameOf(String internalName) {
    return PACKAGE + internalName.replace("_", "__").replace('/', '_');
  }

  /** Name of the companion's static method that makes the choice for a call of {@code method}. */
  public static String dispatcherOf(String method) {
    return "call$" + method;
  }

  /** Whether a class is a companion, by its name. */
  public static boolean isCompanion(String internalName) {
    return internalName.startsWith(PACKAGE);
  }
}
