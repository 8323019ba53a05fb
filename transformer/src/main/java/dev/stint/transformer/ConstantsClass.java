package dev.stint.transformer;

/**
 * The class beside an interface that holds the values of its constants. The JVM demands that the
 * fields of an interface are final; this one's are not, so that a thawed tasklet can bring its
 * values. Code of the program reads them here, once the interface is initialised.
 */
public final class ConstantsClass {
  private static final String SUFFIX = "$stint$Constants";

  private ConstantsClass() {}

  /** The name, internal or binary, of the class that belongs to an interface. */
  public static String nameOf(String interfaceName) {
    return interfaceName + SUFFIX;
  }

  /** Whether a name, internal or binary, is one of these. */
  public static boolean isOne(String name) {
    return name.endsWith(SUFFIX);
  }

  /** The interface to which the class of a name belongs. */
  public static String ownerOf(String name) {
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
