package dev.stint.transformer.analysis;

/** What a companion interface stands for: a type outside the program, and a method it declares. */
public record CompanionKey(String type, Signature signature) implements Comparable<CompanionKey> {
  @Override
  public int compareTo(CompanionKey other) {
    int byType = type.compareTo(other.type);
    return byType != 0 ? byType : signature.compareTo(other.signature);
  }
}
