package dev.stint.transformer.analysis;

/** A method of a companion interface: the type outside the program, and the method. */
public record CompanionKey(String type, Signature signature) implements Comparable<CompanionKey> {
  @Override
  public int compareTo(CompanionKey other) {
    int byType = type.compareTo(other.type);
    return byType != 0 ? byType : signature.compareTo(other.signature);
  }
}
