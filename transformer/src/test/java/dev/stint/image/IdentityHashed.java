package dev.stint.image;

/** What generated classes implement, as the image module declares it. */
public interface IdentityHashed {
  int stintHash();

  void stintHash(int hash);
}
