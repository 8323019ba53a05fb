package dev.stint.transformer;

/**
 * Companion interfaces: for a method of a JDK type that some class of the program implements
 * suspendably, an interface that has just the suspendable form. It lives in the job's class loader.
 *
 * <p>Transformed code that calls the JDK's method asks with {@code instanceof} for the companion,
 * and calls the plain method if it is missing.
 */
public final class Companions {
  /** Name of the companion's static method that makes the choice for a call. */
  public static final String DISPATCHER = "call";

  private static final String PACKAGE = "dev/stint/companion/";

  private Companions() {}

  /**
   * Internal name of a method's companion.
   *
   * @param owner internal name of the type that declares the method
   */
  public static String nameOf(String owner, String name, String descriptor) {
    String type = owner.replace("_", "__").replace('/', '_');
    return PACKAGE + type + "$" + name + "$" + StableHash.name(owner, name, descriptor);
  }

  /** Whether a class is a companion, by its name. */
  public static boolean isCompanion(String internalName) {
    return internalName.startsWith(PACKAGE);
  }
}
