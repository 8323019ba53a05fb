package dev.stint.image;

/**
 * An object that carries what {@link Object#hashCode} would give, so that hash tables keep their
 * order after a move. Generated code implements it in classes that inherit {@code hashCode} from
 * {@link Object}: a hidden int field, 0 until first asked, and {@code hashCode()} which returns it.
 */
public interface IdentityHashed {
  /** The name of the hidden field, which images do not treat as a field of the program. */
  String FIELD = "$stint$hash";

  /** The hash given out so far, or 0 if nobody has asked. */
  int stintHash();

  /** Restores the hash given out before; 0 means that nobody had asked. */
  void stintHash(int hash);
}
