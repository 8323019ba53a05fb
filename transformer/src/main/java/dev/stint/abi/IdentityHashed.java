package dev.stint.abi;

/**
 * Implemented by every transformed class that would inherit {@link Object#hashCode}: its instances
 * carry their hash, so that hash collections keep their order when they are thawed elsewhere.
 */
public interface IdentityHashed {
  /** The stored hash; assigned on first use, and never 0 afterwards. */
  int stintHash();

  /** Gives a thawed instance the hash it had before; 0 means that none was assigned. */
  void stintHash(int hash);

  /** The hash to store for an object that has none yet. */
  static int fresh(Object object) {
    int hash = System.identityHashCode(object);
    return hash == 0 ? 1 : hash;
  }
}
