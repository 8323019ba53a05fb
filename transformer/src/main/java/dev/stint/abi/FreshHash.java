package dev.stint.abi;

/**
 * Gives objects the hash that they store, so that hash collections keep their order after a move.
 */
public final class FreshHash {
  private FreshHash() {}

  /** The hash to store for an object that has none yet; never 0. */
  public static int of(Object object) {
    int hash = System.identityHashCode(object);
    return hash == 0 ? 1 : hash;
  }
}
